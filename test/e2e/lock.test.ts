import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerSaveDialog } from './dialogs.ts'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

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
})

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
