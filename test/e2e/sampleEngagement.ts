import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import { answerOpenDialog } from './dialogs.ts'
import { openWindow, type TestWindow } from './window.ts'

const passphrase = 'an ordinary sentence of a test'

/** A window with the sample engagement open, as the headless host makes it. */
export async function openSample(): Promise<TestWindow> {
  const window = await openWindow()
  const { app, page, folder } = window
  await writeFile(join(folder, 'passphrase'), passphrase)
  const program = join(projectFolder, 'electron', 'cli', 'tickmark.ts')
  await promisify(execFile)(process.execPath, [program, 'demo', 'store', '--passphrase-file', 'passphrase'], {
    cwd: folder,
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await answerOpenDialog(app, join(folder, 'store'))
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('link', { name: 'Northwind Ledger, Inc.' }).click()
  await page.getByText('Next step').waitFor()
  return window
}
