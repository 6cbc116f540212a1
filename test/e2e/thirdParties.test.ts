import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { answerSaveDialog } from './dialogs.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

describe('what others operate for the system', () => {
  it(
    'is written down with the days that reports leave open, and stands beside own controls',
    { timeout: 240_000 },
    async () => {
      const window = await openSample()
      const { page } = window
      await page.keyboard.press('g')
      await page.keyboard.press('s')
      await page.getByRole('heading', { level: 1, name: 'Scope' }).waitFor()
      await organisation(window)
      await complementaryControl(window)
      expect(findings).toEqual([])
    },
  )
})

async function organisation(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('tab', { name: 'Subservice organisations' }).click()
  await page.getByText('No subservice organisation', { exact: true }).waitFor()
  await look(window, 'subservice-empty')
  await page.getByRole('button', { name: 'Add an organisation' }).click()
  const form = page.getByRole('form', { name: 'Subservice organisation' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Northgrid')
  await form.getByRole('textbox', { name: 'Service' }).fill('Hosting')
  await form.getByRole('button', { name: 'Save organisation' }).click()
  const card = page.getByRole('article', { name: 'Northgrid', exact: true })
  await card.getByText('No report of its auditor yet.').waitFor()
  await card.getByRole('button', { name: 'Add its report' }).click()
  const report = page.getByRole('form', { name: 'Report of its auditor' })
  await report.getByRole('textbox', { name: 'First day' }).fill('2025-07-01')
  await report.getByRole('textbox', { name: 'Last day' }).fill('2025-06-30')
  await report.getByRole('button', { name: 'Save report' }).click()
  await report.getByText('period.end_before_start').waitFor()
  await look(window, 'subservice-report')
  await report.getByRole('textbox', { name: 'Last day' }).fill('2026-06-30')
  await report.getByRole('button', { name: 'Save report' }).click()
  await card.getByText('It covers 273 days of ours, 92 days open after it.').waitFor()
  await look(window, 'subservice-organisation')
  await expired(window)
}

/** A report that ended long before our period, with exceptions and an opinion that is not unqualified; and one that is included. */
async function expired(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Add an organisation' }).click()
  const form = page.getByRole('form', { name: 'Subservice organisation' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Mailhall')
  await form.getByRole('textbox', { name: 'Service' }).fill('Printing of statements')
  await form.getByRole('button', { name: 'Save organisation' }).click()
  const card = page.getByRole('article', { name: 'Mailhall', exact: true })
  await card.getByRole('button', { name: 'Add its report' }).click()
  const report = page.getByRole('form', { name: 'Report of its auditor' })
  await report.getByRole('textbox', { name: 'First day' }).fill('2024-01-01')
  await report.getByRole('textbox', { name: 'Last day' }).fill('2024-12-31')
  await report.getByRole('combobox', { name: 'Opinion' }).click()
  await page.getByRole('option', { name: 'qualified', exact: true }).click()
  await report.getByRole('textbox', { name: 'Exceptions in its tests' }).fill('Two leavers kept their keys.')
  await report.getByRole('button', { name: 'Save report' }).click()
  await card.getByText('Its latest report ended more than twelve months before our end.').waitFor()
  await card.getByText('An opinion on it is not unqualified.').waitFor()
  await card.getByText('It covers 0 days of ours, 365 days open after it.').waitFor()
  await card.getByText('Exceptions: Two leavers kept their keys.').waitFor()
  await card.getByRole('button', { name: 'Change Mailhall' }).click()
  await form.getByRole('combobox', { name: 'Method' }).click()
  await page.getByRole('option', { name: 'Inclusive' }).click()
  await form.getByRole('checkbox', { name: 'Its assertion was obtained' }).check()
  await look(window, 'subservice-form')
  await form.getByRole('button', { name: 'Save organisation' }).click()
  await card.getByText('Its representation letter was not obtained.').waitFor()
  await card.getByText('None of its controls is in the matrix, although the report includes them.').waitFor()
  await look(window, 'subservice-inclusive')
}

async function complementaryControl(window: TestWindow): Promise<void> {
  const { page, folder } = window
  await page.getByRole('tab', { name: 'Complementary controls' }).click()
  const only = page.getByRole('checkbox', { name: 'Only criteria that are met together with others' })
  await only.check()
  await page.getByText('No criterion rests on what others operate.').waitFor()
  await look(window, 'complementary-empty')
  await page.getByRole('button', { name: 'Add a complementary control' }).click()
  const form = page.getByRole('form', { name: 'Complementary control' })
  await form.getByRole('combobox', { name: 'Operated by' }).click()
  await page.getByRole('option', { name: 'A subservice organisation (CSOC)' }).click()
  await form.getByRole('combobox', { name: 'Organisation' }).click()
  await page.getByRole('option', { name: 'Northgrid' }).click()
  await form.getByRole('textbox', { name: 'Control', exact: true }).fill('The host guards its halls.')
  await form.getByRole('combobox', { name: 'Criteria' }).fill('CC6.4')
  await page.getByRole('option', { name: /^CC6\.4 / }).click()
  await page.keyboard.press('Escape')
  await form.getByRole('button', { name: 'Save control' }).click()
  await form.waitFor({ state: 'hidden' })
  const row = page.getByRole('table', { name: 'What each criterion rests on' }).getByRole('row', { name: /^CC6\.4 / })
  await row.getByText('CSOC-1').waitFor()
  await row.getByText("an organisation's reports leave days open").waitFor()
  expect(await page.getByRole('table', { name: 'What each criterion rests on' }).getByRole('row').count()).toBe(2)
  await look(window, 'complementary-controls')
  const file = join(folder, 'complementary.csv')
  await answerSaveDialog(window.app, file)
  await page.getByRole('button', { name: 'Export: Complementary controls' }).click()
  await page.getByRole('menuitem', { name: 'As text (CSV)…' }).click()
  await page.getByText('1 row was written to complementary.csv.').waitFor()
  expect(await readFile(file, 'utf8')).toContain('CSOC-1,Northgrid,The host guards its halls.,CC6.4')
}
