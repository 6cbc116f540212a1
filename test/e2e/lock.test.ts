import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { storeFileName } from '../../db/store.ts'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openCompleteFile } from '../engine/completeFile.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { looker } from './looker.ts'
import { openCopy, openSample } from './sampleEngagement.ts'
import { samplePassphrase } from './sampleStore.ts'
import { takeOver } from './takeOver.ts'
import type { TestWindow } from './window.ts'

const passphraseOfBen = 'five boats under the long bridge'

const newerBundle = 'left-later.tickmark'

const { look, findings } = looker()

describe('gates and lock', () => {
  it(
    'name what blocks each milestone and lead to it, take the dates, and refuse the lock meanwhile',
    { timeout: 240_000 },
    async () => {
      const window = await openSample()
      const { page } = window
      await page.keyboard.press('g')
      await page.keyboard.press('l')
      await page.getByRole('heading', { level: 1, name: 'Gates and lock' }).waitFor()
      await expect(page.getByRole('button', { name: /^Lock the file: \d+ open$/ }).isDisabled()).resolves.toBe(true)
      await look(window, 'gates')
      const dates = page.getByRole('form', { name: 'Dates of the file' })
      await dates.getByRole('textbox', { name: 'Planned report date' }).fill('2027-01-15')
      await dates.getByRole('button', { name: 'Save dates' }).click()
      await page.getByText(/report date in \d+ days|report date \d+ days overdue/).waitFor()
      await look(window, 'gates-dates')
      const report = page.getByRole('region', { name: 'Report date' })
      await report.getByRole('link').first().click()
      await page.getByRole('heading', { level: 1, name: 'Gates and lock' }).waitFor({ state: 'hidden' })
      await page.keyboard.press('g')
      await page.keyboard.press('j')
      await page.getByRole('heading', { level: 1, name: 'Journal' }).waitFor()
      const words = await page.locator('code').first().textContent()
      await page.getByRole('textbox', { name: 'Eight words of a file memo' }).fill(words ?? '')
      await page.getByRole('button', { name: 'Check the words' }).click()
      await page.getByText(/They were the head at entry/).waitFor()
      await page.getByRole('combobox', { name: 'What was done' }).click()
      await page.getByRole('option', { name: 'Draw a sample' }).click()
      await page.getByText('1 entry', { exact: true }).waitFor()
      const csv = await exportedAsShown(window, 'journal.csv', /^As text \(CSV\)/)
      expect(csv.split('\r\n')[1]).toContain(',sample.draw,')
      await expect(exportedAsShown(window, 'journal.pdf', 'As a PDF…')).resolves.toMatch(/^%PDF-/)
      await page.getByRole('button', { name: /Draw a sample$/ }).click()
      await page.getByRole('table', { name: /^Changes of entry/ }).waitFor()
      await page.getByRole('button', { name: 'Verify' }).click()
      await page.getByText('The journal is whole').waitFor()
      await look(window, 'journal-words')
      expect(findings).toEqual([])
    },
  )

  it(
    'let a file be locked that is then read everywhere and added to by addenda only, and an older copy put back is named',
    { timeout: 480_000 },
    async () => {
      const window = await openFileToLock()
      const { app, page, folder } = window
      await page.getByRole('link', { name: /^report is dated · lock/ }).click()
      await page.getByText(/^The report is as of 2026-\d\d-\d\d\. The file is to be complete by/).waitFor()
      await recordLateChange(page)
      await takeOver(window, passphraseOfBen, 'Ben Ruiz')
      await page.getByRole('button', { name: 'Mark as reviewed' }).click()
      await page.getByText(/^Reviewed by Ben Ruiz/).waitFor()
      await page.getByRole('button', { name: 'Lock the file…' }).click()
      await page.getByRole('button', { name: 'Sign and lock' }).click()
      const archive = page.getByRole('region', { name: 'Lock and addenda' })
      await archive.getByText(/^Locked by Ben Ruiz/).waitFor()
      expect(await changersOn(page, sections)).toEqual([])
      await openControl(page)
      await expect(page.getByRole('button', { name: 'Sign as reviewer' }).getAttribute('title')).resolves.toMatch(
        /^The file was locked on .* What comes later is an addendum\.$/,
      )
      await look(window, 'locked-control')
      await page.getByRole('link', { name: 'Write an addendum' }).click()
      await archive.getByRole('button', { name: 'Add an addendum' }).click()
      await fill(page, 'Addendum', {
        Reason: 'A walkthrough was kept on paper only.',
        'What is added or changed': 'Scan of the walkthrough of 12 March.',
        'Effect on conclusions': 'None.',
      })
      await answerOpenDialog(app, join(projectFolder, 'LICENSE'))
      await archive.getByRole('button', { name: 'Add files…' }).click()
      await archive.getByRole('button', { name: 'LICENSE' }).waitFor()
      await takeOver(window, samplePassphrase, 'Ada Cole')
      await archive.getByRole('button', { name: 'Mark as reviewed' }).click()
      await archive.getByText(/^Reviewed by Ada Cole/).waitFor()
      await look(window, 'locked-addendum')
      await page.getByRole('banner').getByRole('button', { name: 'Lock', exact: true }).click()
      await page.getByLabel('Passphrase', { exact: true }).waitFor()
      await copyFile(join(folder, 'older.db'), join(folder, 'store', storeFileName))
      await page.getByLabel('Passphrase', { exact: true }).fill(samplePassphrase)
      await page.getByRole('button', { name: 'Open', exact: true }).click()
      const older = page.getByRole('alert').filter({ hasText: 'This store is older than it was' })
      await older.getByText(/Meridian Ledger: entry \d+ was seen/).waitFor()
      await look(window, 'older-store')
      await older.getByRole('button', { name: 'Accept with a reason…' }).click()
      await page
        .getByRole('textbox', { name: /^Reason/ })
        .fill('The disk failed; the backup of yesterday was put back.')
      await page.getByRole('button', { name: 'Record', exact: true }).click()
      await older.waitFor({ state: 'hidden' })
      await openNewerBundle(window)
      expect(findings).toEqual([])
    },
  )
})

/** A bundle that left this device before its store was put back knows what is lost. */
async function openNewerBundle(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await answerOpenDialog(app, join(folder, newerBundle))
  await page.getByRole('navigation').getByRole('link', { name: 'Engagements' }).click()
  await page.getByRole('button', { name: 'Open a bundle…' }).click()
  await page.getByRole('button', { name: 'Choose a bundle…' }).click()
  await page.getByText('A passphrase', { exact: true }).click()
  await page.getByLabel('Passphrase of the bundle').fill(passphraseOfBen)
  await page.getByRole('button', { name: 'Verify' }).click()
  const lost = page.getByRole('alert').filter({ hasText: 'This store is older than the bundle' })
  await lost.getByText(/^The bundle knows entry \d+ of this device; here its journal ends at entry \d+\./).waitFor()
  await look(window, 'bundle-newer-than-store')
}

/** A window with a file in which nothing is open, and beside it an older copy of its store and a bundle that left it later. */
async function openFileToLock(): Promise<TestWindow> {
  const { engine, engagementId } = await openCompleteFile()
  const ben = { name: 'Ben Ruiz', initials: 'BR', role: 'manager', passphrase: passphraseOfBen } as const
  await engine.call('practitioner.add', ben)
  await engine.call('store.switchUser', { passphrase: passphraseOfBen })
  const { items } = await engine.call('review.queue', { engagementId, role: 'reviewer', limit: 1000 })
  for (const { target } of items) await engine.call('signOff.add', { target, role: 'reviewer' })
  await engine.call('store.lock', {})
  const window = await openCopy(engine.storeFolder)
  await copyFile(join(engine.storeFolder, storeFileName), join(window.folder, 'older.db'))
  await engine.call('store.open', { folder: engine.storeFolder, passphrase: passphraseOfBen })
  await engine.call('tickmark.addUsual', { engagementId })
  const file = join(window.folder, newerBundle) as FileRef
  await engine.call('bundle.export', { engagementId, file, passphrase: passphraseOfBen })
  await engine.close()
  await window.page.getByRole('link', { name: 'Meridian Ledger' }).click()
  return window
}

async function recordLateChange(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Record a late change' }).click()
  await fill(page, 'Late change', {
    Circumstances: 'The client found a ticket that was missing.',
    Procedures: 'Inspected it.',
  })
  await page.getByRole('button', { name: 'Write conclusions' }).click()
  await fill(page, 'Conclusions of the late change', { Conclusions: 'No effect on the opinion.' })
}

/** Fills the form of a record, sends it, and waits until it is taken. */
async function fill(page: Page, name: string, texts: Record<string, string>): Promise<void> {
  const form = page.getByRole('form', { name, exact: true })
  for (const [label, text] of Object.entries(texts)) await form.getByRole('textbox', { name: label }).fill(text)
  await form.locator('button[type=submit]').click()
  await form.waitFor({ state: 'hidden' })
}

/** Keys and headings of the screens on which papers are changed. */
const sections: [string, string][] = [
  ['s', 'Scope'],
  ['n', 'System description'],
  ['c', 'Controls'],
  ['e', 'Evidence'],
  ['t', 'Tickmarks'],
  ['q', 'Requests'],
  ['x', 'Deviations'],
  ['o', 'Conclusions and opinion'],
  ['v', 'Review'],
  ['j', 'Journal'],
]

/** @returns the buttons of these screens that change something and can be pressed, by screen */
async function changersOn(page: Page, screens: readonly [string, string][]): Promise<string[]> {
  const found: string[] = []
  for (const [key, heading] of screens) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
    const changers = page.locator('main button:enabled').filter({
      hasText: /^(Add|Change|Remove|Import|Record|Draw|Conclude|New|Sign|Take|Undo|Does not apply|Ask)/,
    })
    found.push(...(await changers.allTextContents()).map((words) => `${heading}: ${words}`))
  }
  return found
}

async function openControl(page: Page): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page
    .getByRole('link', { name: /^CHG-01/ })
    .first()
    .click()
  await page.getByRole('region', { name: 'Review', exact: true }).waitFor()
}

/** @returns what is written when the journal is exported as its screen is narrowed to */
async function exportedAsShown(
  { app, page, folder }: TestWindow,
  name: string,
  item: string | RegExp,
): Promise<string> {
  const file = join(folder, name)
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export: Journal' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await page.getByText(`1 entry was written to ${name}.`).waitFor()
  return readFile(file, 'latin1')
}
