import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { asOf, openCompleteFile } from '../engine/completeFile.ts'
import { addControl } from '../engine/fieldwork.ts'
import { answerSaveDialog } from './dialogs.ts'
import { dropFile } from './dropFile.ts'
import { looker } from './looker.ts'
import { openCopy } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

describe('a Type 1 engagement', () => {
  it(
    'tests the design as of its date: no population, no test sheet, eight criteria of the description, two parts of the opinion',
    { timeout: 600_000 },
    async () => {
      const window = await openTypeOne()
      const { page } = window
      await scopeOfTypeOne(window)
      await opinionOfTypeOne(window)
      await reportOfTypeOne(window)
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Engagements' }).click()
      await page.getByRole('link', { name: 'Harbour Payroll' }).click()
      await page.getByText('SOC 2 Type 1 · as of 2026-09-30').waitFor()
      await designOfControl(window)
      await deviationOfDesign(window)
      await evidenceAfterTheDate(window)
      await conclusionOnDesign(window)
      await papersBeside(window)
      expect(findings).toEqual([])
    },
  )
})

async function goTo(page: TestWindow['page'], heading: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: heading }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** A window with two Type 1 engagements as of 2026-09-30: one in which nothing is open, and one that begins with a control. */
async function openTypeOne(): Promise<TestWindow> {
  const { engine } = await openCompleteFile()
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Harbour Payroll',
    reportType: 'type1',
    asOf,
    categories: ['security'],
  })
  await addControl(engine, engagementId)
  await engine.call('store.lock', {})
  const window = await openCopy(engine.storeFolder)
  await engine.close()
  await window.page.getByRole('link', { name: 'Meridian Ledger' }).click()
  await window.page.getByText('SOC 2 Type 1 · as of 2026-09-30').waitFor()
  return window
}

async function scopeOfTypeOne(window: TestWindow): Promise<void> {
  const { page } = window
  await look(window, 'type1-dashboard')
  const navigation = page.getByRole('navigation', { name: 'Sections' })
  expect(await navigation.getByRole('link', { name: 'Populations' }).count()).toBe(0)
  await goTo(page, 'Scope')
  await look(window, 'type1-scope')
  await goTo(page, 'System description')
  await page.getByText('All 8 description criteria are complete').waitFor()
  expect(await page.getByRole('tab', { name: 'Significant changes' }).count()).toBe(0)
  await look(window, 'type1-description')
}

/** Two parts; whoever departs from the proposal gives the reasoning, and is not let go without it. */
async function opinionOfTypeOne(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(page, 'Conclusions and opinion')
  const design = page.getByRole('region', { name: 'Suitability of design' })
  await design.getByText('Decided: Unqualified').waitFor()
  await page.getByRole('region', { name: 'Description of the system' }).waitFor()
  expect(await page.getByRole('region', { name: 'Operating effectiveness' }).count()).toBe(0)
  await design.getByRole('combobox', { name: 'Decision on Suitability of design' }).click()
  await page.getByRole('option', { name: 'Qualified', exact: true }).click()
  await page.getByRole('button', { name: 'Record the opinion' }).click()
  await design.getByText('The reasoning is needed.').waitFor()
  await look(window, 'type1-opinion')
}

/** As of a date, and a section IV that lists controls without tests of their operation. */
async function reportOfTypeOne(window: TestWindow): Promise<void> {
  const { page, app, folder } = window
  await goTo(page, 'Report')
  const preview = page.getByRole('article', { name: 'Preview of the report' })
  await preview
    .getByText('Section IV: Applicable trust services criteria and related controls')
    .scrollIntoViewIfNeeded()
  const designed = preview.getByText(/suitably designed as of September 30, 2026/)
  await designed.first().waitFor()
  const operation = { name: /results of tests|Tests of controls/ }
  expect(await preview.getByRole('heading', operation).count()).toBe(0)
  await look(window, 'type1-report')
  const file = join(folder, 'type1.docx')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('menuitem', { name: /DOCX/ }).click()
  await page.getByText('The report was written to type1.docx.').waitFor()
  const body = strFromU8(unzipSync(await readFile(file))['word/document.xml'] ?? new Uint8Array())
  expect(body).toContain('as of September 30, 2026')
  expect(body).not.toContain('results of tests')
}

/** A procedure on the design has no sample, timing or sheet of its own to choose; what was found is written at it. */
async function designOfControl(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(page, 'Controls')
  await look(window, 'type1-controls')
  await page.getByRole('link', { name: 'CHG-01' }).click()
  await page.getByText('say whether the control is suitably designed and in place').waitFor()
  expect(await page.getByRole('heading', { name: 'Samples' }).count()).toBe(0)
  expect(await page.getByRole('button', { name: 'Changed in the period…' }).count()).toBe(0)
  const walkthroughs = page.getByRole('region', { name: 'Walkthroughs' })
  await walkthroughs.getByRole('button', { name: 'Record a walkthrough' }).click()
  const walk = page.getByRole('form', { name: 'Walkthrough' })
  await walk.getByRole('textbox', { name: 'Performed on' }).fill(asOf)
  await walk.getByRole('textbox', { name: 'Instance' }).fill('CHG-4711')
  await walk.getByRole('textbox', { name: 'From beginning to end' }).fill('From the ticket to the release.')
  await walk.getByRole('button', { name: 'Save walkthrough' }).click()
  await walkthroughs.getByRole('article', { name: 'Walkthrough of CHG-4711' }).waitFor()
  const procedures = page.getByRole('region', { name: 'Procedures' })
  await procedures.getByRole('button', { name: 'Write a procedure' }).click()
  const form = page.getByRole('form', { name: 'Test procedure' })
  await form.getByRole('textbox', { name: 'Procedure' }).fill('Inspect the settings of {system} as of {period}.')
  for (const label of ['Sample', 'Timing']) expect(await form.getByRole('combobox', { name: label }).count()).toBe(0)
  await look(window, 'type1-procedure-form')
  await form.getByRole('button', { name: 'Save procedure' }).click()
  const card = procedures.getByRole('article')
  await card.getByText('Design', { exact: true }).waitFor()
  expect(await card.getByRole('link', { name: 'Test sheet' }).count()).toBe(0)
  await card.getByRole('button', { name: 'Record what was found…' }).click()
  const found = page.getByRole('form', { name: 'What was found' })
  await found.getByRole('textbox', { name: 'Performed on' }).fill(asOf)
  await found.getByRole('textbox', { name: 'Performed by' }).fill('Ada Cole')
  await found.getByRole('textbox', { name: 'What was found' }).fill('The pipeline asks for a second person.')
  await found.getByRole('button', { name: 'Record', exact: true }).click()
  await card.getByText('The pipeline asks for a second person.').waitFor()
  await look(window, 'type1-control')
}

/** Found without a sheet: it is recorded at its control, open beside it at once, and stands in the register. */
async function deviationOfDesign(window: TestWindow): Promise<void> {
  const { page } = window
  const deviations = page.getByRole('region', { name: 'Deviations' })
  await deviations.getByText('No deviations noted.', { exact: true }).waitFor()
  await deviations.getByRole('button', { name: 'Record a deviation' }).click()
  const form = page.getByRole('form', { name: 'Record a deviation' })
  await form.getByRole('button', { name: 'Record the deviation' }).click()
  await form.getByText('Say what was found.').waitFor()
  await form.getByRole('combobox', { name: 'Found by' }).click()
  await page.getByRole('option', { name: /^Inspect the settings/ }).click()
  await form.getByRole('textbox', { name: 'Condition' }).fill('One repository has no such setting.')
  await look(window, 'type1-deviation-form')
  await form.getByRole('button', { name: 'Record the deviation' }).click()
  const panel = page.getByRole('complementary', { name: 'Deviation' })
  await panel.getByRole('heading', { name: 'DEV-1' }).waitFor()
  await panel.scrollIntoViewIfNeeded()
  await look(window, 'type1-deviation')
}

async function evidenceAfterTheDate(window: TestWindow): Promise<void> {
  const { page, folder } = window
  const file = join(folder, 'settings.txt')
  await writeFile(file, 'review required: yes')
  const evidence = page.getByRole('region', { name: 'Evidence of CHG-01' })
  await evidence.scrollIntoViewIfNeeded()
  await dropFile(page, evidence, file)
  await evidence.getByRole('button', { name: 'settings.txt' }).click()
  const dialog = page.getByRole('dialog', { name: 'settings.txt' })
  await dialog.getByRole('textbox', { name: 'Proves something about' }).fill('2026-10-01')
  await dialog.getByRole('button', { name: 'Save the facts' }).click()
  await dialog.getByText('after the date of the report').waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

async function conclusionOnDesign(window: TestWindow): Promise<void> {
  const { page } = window
  const form = page.getByRole('form', { name: 'Conclusion on the design of CHG-01' })
  expect(await page.getByRole('form', { name: 'Conclusion on the operation of CHG-01' }).count()).toBe(0)
  await form.getByRole('combobox', { name: 'Conclusion' }).click()
  expect(await page.getByRole('option', { name: 'Did not occur in the period' }).count()).toBe(0)
  await page.getByRole('option').first().click()
  await form.getByRole('textbox', { name: 'Rationale' }).fill('Suitably designed but for one repository, see DEV-1.')
  await form.getByRole('button', { name: 'Conclude' }).click()
  await form.getByRole('button', { name: 'Change the conclusion' }).waitFor()
  await form.scrollIntoViewIfNeeded()
  await look(window, 'type1-conclusion')
}

/** The register, the requests, and an organisation whose report ended before our date. */
async function papersBeside(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(page, 'Deviations')
  await page.getByRole('table', { name: 'Deviations' }).getByText('One repository has no such setting.').waitFor()
  await look(window, 'type1-deviations')
  await goTo(page, 'Requests')
  await page.getByText('Nothing was asked for yet').waitFor()
  await look(window, 'type1-requests')
  await goTo(page, 'Scope')
  await page.getByRole('tab', { name: 'Subservice organisations' }).click()
  await page.getByRole('button', { name: 'Add an organisation' }).click()
  const form = page.getByRole('form', { name: 'Subservice organisation' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Northgrid')
  await form.getByRole('textbox', { name: 'Service' }).fill('Hosting')
  await form.getByRole('button', { name: 'Save organisation' }).click()
  const card = page.getByRole('article', { name: 'Northgrid', exact: true })
  await card.getByRole('button', { name: 'Add its report' }).click()
  const report = page.getByRole('form', { name: 'Report of its auditor' })
  await report.getByRole('textbox', { name: 'First day' }).fill('2025-07-01')
  await report.getByRole('textbox', { name: 'Last day' }).fill('2026-06-30')
  await report.getByRole('button', { name: 'Save report' }).click()
  await card.getByText('It ends 92 days before our date.').waitFor()
  await card.getByText('Its reports do not reach our date.').waitFor()
  await look(window, 'type1-subservice')
}
