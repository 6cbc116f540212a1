import { execFileSync } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { signRelease } from '../../electron/dev/signRelease.ts'
import { plainTraces } from '../engine/plainTraces.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { enginePid } from './engineProcess.ts'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import { samplePassphrase } from './sampleStore.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

it(
  'keeps what was typed when nobody is there, changes the keys, and puts a backup back',
  { timeout: 600_000 },
  async () => {
    const window = await openSample()
    await settings(window)
    await backUp(window)
    await checkInstaller(window)
    await changeKeys(window)
    await lockIdle(window)
    await restore(window)
    expect(findings).toEqual([])
  },
)

async function settings({ page }: TestWindow): Promise<void> {
  await page.keyboard.press(',')
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
}

async function backUp(window: TestWindow): Promise<void> {
  const { page, folder } = window
  await page.getByRole('button', { name: 'Back up now' }).click()
  const backups = page.getByRole('table', { name: 'Backups' })
  await backups.getByRole('button', { name: /^Restore the backup of/ }).waitFor()
  const kept = page.getByRole('form', { name: 'Backups that are kept' })
  await kept.getByLabel('Days kept').fill('3')
  await kept.getByRole('button', { name: 'Save the numbers' }).click()
  await expect.poll(() => kept.getByRole('button', { name: 'Save the numbers' }).isDisabled()).toBe(true)
  await page.getByRole('heading', { name: 'Backups' }).scrollIntoViewIfNeeded()
  await look(window, 'settings-backups')
  expect(await readdir(join(folder, 'store', 'backups'))).toHaveLength(1)
}

async function changeKeys(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const code = page.getByRole('form', { name: 'Recovery code' })
  await code.getByLabel('Your passphrase').fill(samplePassphrase)
  await code.getByRole('button', { name: 'Make a new recovery code' }).click()
  await page.getByText('Write down the new recovery code').waitFor()
  await page.getByRole('heading', { name: 'Recovery code' }).scrollIntoViewIfNeeded()
  await look(window, 'settings-recovery-code')
  await answerSaveDialog(app, join(folder, 'code.pdf'))
  await page.getByRole('button', { name: 'Save as PDF…' }).click()
  await expect.poll(() => readdir(folder)).toContain('code.pdf')
  await page.getByRole('button', { name: 'It is written down' }).click()
  const key = page.getByRole('form', { name: 'Data key' })
  await key.getByLabel('Your passphrase').fill(samplePassphrase)
  await key.getByRole('button', { name: 'Change the data key' }).click()
  await key.getByText(/^The store has another data key; files encrypted anew: \d+\.$/).waitFor()
  await page.getByRole('combobox', { name: 'Lock when nobody is there' }).click()
  await page.getByRole('option', { name: 'After 2 minutes' }).click()
  await look(window, 'settings-data-key')
}

/** Time passes for the page alone. */
async function lockIdle(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await page.getByRole('navigation').getByRole('link', { name: 'Engagements' }).click()
  await page.getByRole('button', { name: 'New engagement' }).click()
  const client = page.getByLabel('Client', { exact: true })
  await client.fill('Harbour Freight Systems')
  await expect.poll(() => keptTexts(page)).toEqual(['Harbour Freight Systems'])
  await client.press('Control+A')
  await client.press('Control+C')
  await expect.poll(() => clipboardText(app)).toBe('Harbour Freight Systems')
  const before = await enginePid(app)
  await page.evaluate(() => {
    const real = Date.now
    Object.assign(window, { pass: (ms: number) => void (Date.now = () => real() + ms) })
  })
  const pass = (seconds: number) =>
    page.evaluate((ms) => (window as unknown as { pass: (ms: number) => void }).pass(ms), seconds * 1000)
  await pass(100)
  await page.getByRole('alert').getByText('Any key or movement keeps it open.').waitFor()
  await look(window, 'idle-warning')
  await page.keyboard.press('Shift')
  await page.getByRole('alert').getByText('Any key or movement keeps it open.').waitFor({ state: 'detached' })
  await pass(300)
  await page.getByRole('heading', { name: 'Tickmark', level: 1 }).waitFor()
  await expect.poll(() => enginePid(app).catch(() => before)).not.toBe(before)
  await expect.poll(() => clipboardText(app)).toBe('')
  // Of the store, the user data, the caches and the log of the window.
  const { found, files } = await plainTraces(folder, 'Harbour Freight Systems')
  expect(found).toEqual([])
  expect(files).toBeGreaterThan(20)
  await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const unsaved = page.getByRole('region', { name: /^Typed and perhaps not saved/ })
  await unsaved.getByText('Harbour Freight Systems').waitFor()
  await look(window, 'unsaved-text')
  await unsaved.getByRole('button', { name: 'Forget it' }).click()
  await unsaved.waitFor({ state: 'detached' })
}

function clipboardText(app: TestWindow['app']): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}

async function keptTexts(page: TestWindow['page']): Promise<string[]> {
  return page.evaluate(async () => {
    const answer = await window.tickmark.call('unsaved.list', {})
    const { unsaved } = (answer.ok ? answer.result : { unsaved: [] }) as { unsaved: { fields: { text: string }[] }[] }
    return unsaved.flatMap(({ fields }) => fields.map(({ text }) => text))
  })
}

/** The program knows no publisher whose key a test could have: one installer is unsigned, the other of a stranger. */
async function checkInstaller(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const installer = join(folder, 'tickmark_9.9.9.deb')
  await writeFile(installer, 'the installer of 9.9.9')
  await answerOpenDialog(app, installer)
  const choose = page.getByRole('button', { name: 'Check an installer…' })
  await choose.click()
  await page.getByText('Beside tickmark_9.9.9.deb there is no tickmark_9.9.9.deb.signed.').waitFor()
  const key = join(folder, 'stranger')
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', key])
  await signRelease(installer, '9.9.9', key)
  await choose.click()
  await page.getByText('signed with a key that this copy of Tickmark does not know').waitFor()
  await look(window, 'installer-of-a-stranger')
}

async function restore(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await settings(window)
  await page.getByRole('button', { name: /^Restore the backup of/ }).click()
  const form = page.getByRole('form', { name: 'Restore a backup' })
  await form.getByLabel('Passphrase on the day of the backup').fill(samplePassphrase)
  await look(window, 'restore-backup')
  await form.getByRole('button', { name: 'Put the backup in the place of the store' }).click()
  await page.getByRole('tab', { name: 'Restore a backup' }).click()
  await look(window, 'restore-on-first-screen')
  const [name = ''] = await readdir(join(folder, 'store', 'backups'))
  await answerOpenDialog(app, join(folder, 'store', 'backups', name))
  await page.getByRole('button', { name: 'Choose the backup…' }).click()
  await page.getByText(`Backup: ${name}`).waitFor()
  await answerOpenDialog(app, join(folder, 'another'))
  await page.getByRole('button', { name: 'Choose the folder of the store…' }).click()
  await page.getByText('Store: another').waitFor()
  await page.getByLabel('Passphrase on the day of the backup').fill(samplePassphrase)
  await page.getByRole('button', { name: 'Put the backup in its place' }).click()
  await page.getByText(/^The store is back; engagements: 1\./).waitFor()
  await page.getByRole('tab', { name: 'Open a store' }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Engagements' }).click()
  await page.getByRole('link', { name: 'Northwind Ledger, Inc.' }).waitFor()
}
