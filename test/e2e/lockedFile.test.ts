import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { storeFileName } from '../../db/store.ts'
import { projectFolder } from '../../electron/dev/projectFolder.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { completeEngagement, openCompleteFile } from '../engine/completeFile.ts'
import { withOutsideTool } from '../engine/outsideTool.ts'
import type { TestEngine } from '../engine/openTestEngine.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { wholeScreen } from './goTo.ts'
import { looker } from './looker.ts'
import { openCopy } from './sampleEngagement.ts'
import { samplePassphrase } from './sampleStore.ts'
import { takeOver } from './takeOver.ts'
import type { TestWindow } from './window.ts'

const passphraseOfBen = 'five boats under the long bridge'

const newerBundle = 'left-later.tickmark'

const { look, findings } = looker()

describe('a file that was locked', () => {
  it(
    'is read everywhere and added to by addenda only, is destroyed when its time is over, and an older copy and a changed row are named',
    { timeout: 480_000 },
    async () => {
      const window = await openFileToLock()
      const { app, page, folder } = window
      await changeOfSubstance(page)
      await page.getByRole('link', { name: /^record the late change/ }).click()
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
      await expect(page.getByRole('button', { name: 'Sign as partner' }).getAttribute('title')).resolves.toMatch(
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
      await destroyOldFile(window)
      await takeOver(window, samplePassphrase, 'Ada Cole')
      await archive.getByRole('button', { name: 'Mark as reviewed' }).click()
      await archive.getByText(/^Reviewed by Ada Cole/).waitFor()
      await look(window, 'locked-addendum')
      await page.getByRole('banner').getByRole('button', { name: 'Lock', exact: true }).click()
      await page.getByLabel('Passphrase', { exact: true }).waitFor()
      await copyFile(join(folder, 'older.db'), join(folder, 'store', storeFileName))
      await withOutsideTool(join(folder, 'store'), (tables) =>
        tables.exec(`UPDATE control SET title = 'Approval by anybody'`),
      )
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
      await verifyTampered(window)
      await openNewerBundle(window)
      expect(findings).toEqual([])
    },
  )
})

/** After the report date what is administrative goes on, and a change of substance is refused where it is made. */
async function changeOfSubstance(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .getByText(/^The report is dated 2026-10-12\./)
    .waitFor()
  await page.getByRole('link', { name: /^report is dated · lock/ }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.getByRole('button', { name: 'Add the usual tickmarks' }).click()
  await page.getByRole('cell', { name: 'Agreed to the evidence' }).waitFor()
  await openControl(page)
  await page.getByRole('button', { name: 'Change', exact: true }).first().click()
  const form = page.getByRole('dialog', { name: 'Change CHG-01' })
  await form.getByRole('textbox', { name: 'Title' }).fill('Approval by anybody')
  await form.getByRole('button', { name: 'Save' }).click()
  await form.getByText(/^The report is dated 2026-10-12\. This is a change of substance:/).waitFor()
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
}

/** A file whose retention is past is destroyed by a partner, once no legal hold stands, and leaves a certificate. */
async function destroyOldFile(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await openGatesOf(page, 'Harbor Books')
  const retention = page.getByRole('region', { name: 'Retention' })
  await retention.getByText('Kept until 2025-10-14; that day is past.').waitFor()
  await retention.getByRole('button', { name: 'Place a legal hold' }).click()
  await giveReason(page, 'Legal hold', 'A claim of a customer.')
  await retention.getByText('A legal hold stands: A claim of a customer.').waitFor()
  await expect(retention.getByRole('button', { name: 'Destroy…' }).isDisabled()).resolves.toBe(true)
  await retention.scrollIntoViewIfNeeded()
  await look(window, 'legal-hold')
  await retention.getByRole('button', { name: 'Lift the hold' }).click()
  await giveReason(page, 'Lift the legal hold', 'The claim is settled.')
  await retention.getByText(/^Lifted by Ben Ruiz, .*: The claim is settled\.$/).waitFor()
  const certificate = join(folder, 'certificate.txt')
  await answerSaveDialog(app, certificate)
  await retention.getByRole('button', { name: 'Destroy…' }).click()
  await giveReason(page, 'Destroy evidence and populations', 'Retention ended.')
  await retention.getByText(/^Destroyed by Ben Ruiz, .*: Retention ended\. Files destroyed: 1\./).waitFor()
  await look(window, 'destroyed')
  await expect(readFile(certificate, 'utf8')).resolves.toMatch(/Engagement: +Harbor Books\n(.|\n)*Files destroyed: 1,/)
  await openGatesOf(page, 'Meridian Ledger')
}

async function openGatesOf(page: Page, client: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: 'Engagements' }).click()
  await page.getByRole('main').getByRole('link', { name: client }).click()
  await page.getByRole('heading', { level: 1, name: client }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await page.getByRole('heading', { level: 1, name: 'Gates and lock' }).waitFor()
}

async function giveReason(page: Page, title: string, reason: string): Promise<void> {
  const form = page.getByRole('dialog', { name: title, exact: true })
  await form.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await form.getByRole('button', { name: 'Record' }).click()
  await form.waitFor({ state: 'hidden' })
}

/** A title that somebody changed in the tables is named by its paper and field. */
async function verifyTampered(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('j')
  await page.getByRole('button', { name: 'Verify' }).click()
  const verdict = page.getByRole('alert').filter({ hasText: 'The journal does not agree' })
  await verdict.getByText('The row does not hold what the journal says.').waitFor()
  await verdict.getByText('CHG-01: title', { exact: true }).waitFor()
  await look(window, 'journal-tampered')
}

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
  const ben = { name: 'Ben Ruiz', initials: 'BR', role: 'partner', passphrase: passphraseOfBen } as const
  const old = await completeEngagement(engine, oldFile)
  await engine.call('practitioner.add', ben)
  await engine.call('store.switchUser', { passphrase: passphraseOfBen })
  await reviewAll(engine, engagementId)
  await reviewAll(engine, old.engagementId)
  await engine.call('engagement.lock', { engagementId: old.engagementId })
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

/** It was released in 2020 and kept for five years. */
const oldFile = {
  client: 'Harbor Books',
  asOf: '2020-09-30',
  reportOn: '2020-10-12',
  releaseOn: '2020-10-14',
  letter: 'We assert, in 2020.',
}

async function reviewAll(engine: TestEngine, engagementId: string): Promise<void> {
  const { items } = await engine.call('review.queue', { engagementId, role: 'reviewer', limit: 1000 })
  for (const { target } of items) await engine.call('signOff.add', { target, role: 'reviewer' })
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
    await wholeScreen(page)
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
