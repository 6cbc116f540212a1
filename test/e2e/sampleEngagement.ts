import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { inject } from 'vitest'
import { answerOpenDialog } from './dialogs.ts'
import { samplePassphrase } from './sampleStore.ts'
import { openWindow, type TestWindow } from './window.ts'

/** A window with the sample engagement open, as the headless host makes it. */
export async function openSample(): Promise<TestWindow> {
  const window = await openCopy(inject('sampleStore'))
  await window.page.getByRole('link', { name: 'Northwind Ledger, Inc.' }).click()
  await window.page.getByText('Next step').waitFor()
  return window
}

/** A window in which a copy of a store is open: `store` in the window's folder. */
export async function openCopy(store: string): Promise<TestWindow> {
  const window = await openWindow()
  const { app, folder } = window
  await cp(store, join(folder, 'store'), { recursive: true })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await unlockStore(window, join(folder, 'store'))
  return window
}

/** On the first screen, opens a store that is chosen from the disk. */
export async function unlockStore({ app, page }: TestWindow, store: string): Promise<void> {
  await answerOpenDialog(app, store)
  await page.getByRole('button', { name: 'Choose a folder…' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
}
