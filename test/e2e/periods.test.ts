import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { earlierPeriod } from './earlierPeriod.ts'
import { looker } from './looker.ts'
import { ownRecipient } from './ownRecipient.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

describe('the next engagement of a client', () => {
  it('is rolled forward, tested beside the prior period, and held against it', { timeout: 400_000 }, async () => {
    const window = await openSample()
    await planHours(window)
    await readEarlierPeriod(window)
    await rollForward(window)
    await seeFollowUps(window)
    await seePriorPeriod(window)
    await compare(window)
    expect(findings).toEqual([])
  })
})

/** Hours stand beside their budget on the dashboard. */
async function planHours(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Plan and record hours…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Hours' })
  await dialog.getByRole('textbox', { name: 'Fieldwork' }).fill('40')
  const form = dialog.getByRole('form', { name: 'Record hours' })
  await form.getByRole('textbox', { name: 'Hours' }).fill('7.5')
  await form.getByRole('textbox', { name: 'On what' }).fill('Change tickets')
  await form.getByRole('button', { name: 'Record' }).click()
  await dialog.getByRole('row', { name: /Fieldwork 7\.5 h Change tickets/ }).waitFor()
  await look(window, 'hours')
  await page.keyboard.press('Escape')
  const hours = page.getByRole('table', { name: 'Hours' })
  await hours.getByRole('row', { name: 'Fieldwork 40 h 7.5 h 32.5 h' }).waitFor()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await look(window, 'dashboard-hours')
}

/** A period that is in no store is opened from its bundle, to read beside the work. */
async function readEarlierPeriod(window: TestWindow): Promise<void> {
  const { page, app } = window
  const { bundle, evidence } = await earlierPeriod(await ownRecipient(page))
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('link', { name: 'CHG-01', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: /^CHG-01/ }).waitFor()
  await answerOpenDialog(app, evidence)
  await page.getByRole('button', { name: 'Add files…' }).first().click()
  await page.getByText('change-policy.txt').first().waitFor()
  await page.keyboard.press('Control+\\')
  const pane = page.getByRole('complementary', { name: 'Prior period' })
  await answerOpenDialog(app, bundle)
  await pane.getByRole('button', { name: 'Choose a bundle…' }).click()
  await pane.getByRole('button', { name: 'Open to read' }).click()
  await pane.getByRole('combobox', { name: 'It follows' }).click()
  await page.getByRole('option', { name: /2024-10-01 … 2025-09-30 · open from a bundle/ }).click()
  await pane.getByText('from a bundle').waitFor()
  await readWhole(pane, [
    'From 2024-10-01 (event-driven): A second person approves a change before release.',
    /Operated effectively, with deviations, Ada Cole, 2026-10-20\. One of five\./,
    /^DEV-1 on CHG-\S+, attribute A: Nobody approved the change\. Cause: The approver was away\.$/,
    /Population: Runs of the control, 5 items/,
    /Sample: 5, random, drawn by Ada Cole on 2026-10-20, seed 20261020000000000033$/,
    'A Approved by a second person: 4 passed, 1 deviation',
    'Deviations: 1 of 5 (20.0 %)',
    'Tested by Ada Cole, 2026-10-20',
  ])
  await look(window, 'prior-period-of-a-bundle')
  await page.keyboard.press('Control+\\')
  await seeBesideSheet(window)
  await page.keyboard.press('g')
  await page.keyboard.press('y')
  await page.getByRole('list', { name: 'Engagements that follow each other' }).getByText('open from a bundle').waitFor()
  await page.getByRole('tab', { name: 'Used before' }).click()
  await page
    .getByRole('table', { name: /^Files of evidence/ })
    .getByText('change-policy.txt')
    .first()
    .waitFor()
  await page
    .getByRole('table', { name: /^Items/ })
    .getByRole('row', { name: /CHG-01181/ })
    .waitFor()
  await look(window, 'compare-reused')
}

/** The pane tells all that it has to tell. */
async function readWhole(pane: Locator, told: readonly (string | RegExp)[]): Promise<void> {
  for (const words of told) await pane.locator('p').filter({ hasText: words }).first().waitFor()
}

/** Beside the test sheet stands the same, although nobody rolled its procedure forward. */
async function seeBesideSheet(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('link', { name: 'Test sheet' }).first().click()
  await page.getByRole('grid').waitFor()
  await page.keyboard.press('Control+\\')
  const pane = page.getByRole('complementary', { name: 'Prior period' })
  await pane.getByText('No test of the prior period is known for it.').waitFor()
  const others = pane.getByRole('region', { name: 'Tests of the prior period' })
  await others.getByRole('button', { name: 'Show its 5 items' }).click()
  await others.getByRole('row', { name: new RegExp(`deviation .*No approval`) }).waitFor()
  await look(window, 'prior-period-beside-sheet')
  await page.keyboard.press('Control+\\')
}

async function rollForward(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('link', { name: 'Engagements', exact: true }).click()
  await page.getByRole('button', { name: /^Roll forward Northwind/ }).waitFor()
  await look(window, 'portfolio')
  await page.getByRole('button', { name: /^Roll forward Northwind/ }).click()
  const form = page.getByRole('form', { name: 'Roll forward' })
  await form.getByRole('textbox', { name: 'Period from' }).waitFor()
  expect(await form.getByRole('textbox', { name: 'Period from' }).inputValue()).toBe('2026-10-01')
  expect(await form.getByRole('textbox', { name: 'Period to' }).inputValue()).toBe('2027-09-30')
  await form.getByRole('checkbox', { name: /^Owner of a control/ }).uncheck()
  await look(window, 'roll-forward')
  await form.getByRole('button', { name: 'Begin the next engagement' }).click()
  await page.getByText('2026-10-01 … 2027-09-30').first().waitFor()
}

async function seeFollowUps(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('x')
  const list = page.getByRole('region', { name: 'Follow-up of earlier periods' })
  const first = list.getByRole('article').first()
  await first.waitFor()
  await first.getByRole('button', { name: 'What became of it…' }).click()
  const form = page.getByRole('form', { name: 'What became of it' })
  await form.getByRole('combobox', { name: 'Today' }).click()
  await page.getByRole('option', { name: 'Put right' }).click()
  await form.getByRole('textbox', { name: 'How it was seen' }).fill('The pipeline refused a change without approval.')
  await form.getByRole('button', { name: 'Save' }).click()
  await first.getByText('Put right').waitFor()
  await look(window, 'follow-ups')
}

async function seePriorPeriod(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('link', { name: 'CHG-01', exact: true }).first().click()
  await page.getByRole('heading', { level: 1, name: /^CHG-01/ }).waitFor()
  const procedure = page.getByRole('article', { name: /^Procedure: / }).first()
  await procedure.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: "The prior period's test" }).click()
  const pane = page.getByRole('complementary', { name: 'Prior period' })
  await pane.getByText('rolled forward from there').waitFor()
  const own = pane.getByRole('region', { name: 'Test of this procedure in the prior period' })
  await readWhole(own, [
    'Inspection · Operation · Throughout the period',
    'Population: Changes, 1400 items',
    /Sample: 25, random, drawn by Sample Auditor on /,
    'B Approved on or before the day of deployment: 24 passed, 1 deviation',
    'Deviations: 1 of 25 (4.0 %)',
  ])
  await own.getByRole('button', { name: 'Show its 25 items' }).click()
  await own.getByRole('table', { name: 'Items of the prior period' }).waitFor()
  await look(window, 'prior-period')
  await page.keyboard.press('Control+\\')
  await pane.waitFor({ state: 'hidden' })
}

async function compare(window: TestWindow): Promise<void> {
  const { page, app, folder } = window
  await page.getByRole('button', { name: 'Change', exact: true }).first().click()
  const wording = page.getByRole('dialog').getByRole('textbox', { name: 'Wording' })
  await wording.fill(`${await wording.inputValue()} A manager is told.`)
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.keyboard.press('g')
  await page.keyboard.press('y')
  const differences = page.getByRole('table', { name: 'Differences' })
  await differences.getByRole('row', { name: /^Controls Changed CHG-01/ }).waitFor()
  expect(await differences.locator('ins').allTextContents()).toContain(' A manager is told.')
  await look(window, 'compare')
  await narrow(page, differences)
  const file = join(folder, 'comparison.csv')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export: Comparison' }).click()
  await page.getByRole('menuitem', { name: 'As text (CSV)…' }).click()
  await page.getByText(/written to comparison\.csv/).waitFor()
  expect(await readFile(file, 'utf8')).toContain('controls,changed,CHG-01')
  await page.getByRole('tab', { name: 'Significant changes' }).click()
  const draft = page.getByRole('article', { name: /^CHG-01 .*: control changed/ })
  await draft.getByRole('button', { name: 'Write it down…' }).click()
  await page.getByRole('form', { name: 'Significant change' }).getByRole('button', { name: 'Save change' }).click()
  await draft.getByText('written down').waitFor()
  await look(window, 'compare-changes')
  await page.getByRole('tab', { name: 'Deviation rates' }).click()
  await page.getByRole('table', { name: 'Deviation rates by period' }).waitFor()
  await look(window, 'compare-trend')
  await page.getByRole('tab', { name: 'Used before' }).click()
  await page.getByText('No file was evidence before.').waitFor()
  await page.getByText(/^Looked through: 2025-10-01 … 2026-09-30; 2024-10-01 … 2025-09-30/).waitFor()
}

/** The differences that are shown are those of the chosen changes and words. */
async function narrow(page: Page, differences: Locator): Promise<void> {
  const reworded = differences.getByRole('row', { name: /^Controls Changed CHG-01/ })
  const changed = page.getByRole('group', { name: 'What became of it' }).getByText(/^Changed \(/)
  await changed.click()
  await reworded.waitFor({ state: 'detached' })
  await changed.click()
  await reworded.waitFor()
  const words = page.getByRole('textbox', { name: 'Words' })
  await words.fill('a word that stands nowhere')
  await page.getByText('Nothing of this kind. Other filters show more.').waitFor()
  await words.fill('')
  await reworded.waitFor()
}
