import type { ElectronApplication } from '@playwright/test'

/** The next native dialogs that ask for something that exists answer with these paths; none means that the user cancels. */
export async function answerOpenDialog(app: ElectronApplication, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: paths })
  }, filePaths)
}

/** The next native dialogs that ask for a new place answer with this path; none means that the user cancels. */
export async function answerSaveDialog(app: ElectronApplication, filePath?: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' })
  }, filePath ?? null)
}
