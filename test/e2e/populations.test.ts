import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { answerSaveDialog } from './dialogs.ts'
import { dropFile } from './dropFile.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

/** Tickets of a client that writes days as day/month; number 7 does not exist, and two rows cannot be taken. */
const tickets = [
  'id;opened;team',
  ...Array.from({ length: 20 }, (_, at) => at + 1)
    .filter((number) => number !== 7)
    .map((number) => `INC-${String(number).padStart(2, '0')};0${1 + (number % 9)}/0${1 + (number % 6)}/2026;desk`),
  ';01/02/2026;desk',
  'INC-30;soon;desk',
]

describe('a list of the client in the window', () => {
  it(
    'is imported knowing what is wrong with it, decided on, and compared with a later one',
    { timeout: 240_000 },
    async () => {
      const window = await openSample()
      await importTickets(window)
      await decide(window)
      await pasteLater(window)
      await compare(window)
      expect(findings).toEqual([])
    },
  )
})

async function importTickets(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  const file = join(folder, 'tickets.csv')
  await writeFile(file, tickets.join('\n'))
  await page.getByRole('button', { name: 'Import a list' }).click()
  await dropFile(page, page.getByText('drop the file here'), file)
  await page.getByText('21 rows').waitFor()
  await page.getByRole('textbox', { name: 'Source system' }).fill('Ticket system')
  await page.getByRole('textbox', { name: 'Extracted on' }).fill('yesterday')
  await page.getByRole('combobox', { name: 'Order of day and month' }).click()
  await page.getByRole('option', { name: 'day, month, year' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('Give a day as year-month-day').waitFor()
  await page.getByRole('textbox', { name: 'Extracted on' }).fill('2026-10-12')
  await look(window, 'population-import')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('2 rows cannot be taken, 19 rows can').waitFor()
  await look(window, 'population-bad-rows')
  const bad = join(folder, 'bad.csv')
  await answerSaveDialog(app, bad)
  await page.getByRole('button', { name: 'Export bad rows…' }).click()
  await expect.poll(async () => readFile(bad, 'utf8').catch(() => '')).toContain('The item id is empty.')
  await page.getByRole('textbox', { name: 'Keep this mapping as' }).fill('Ticket export')
  await page.getByRole('button', { name: 'Save as a template' }).click()
  await page.getByRole('combobox', { name: 'Template of this client' }).waitFor()
  await page.getByRole('button', { name: 'Import without these rows' }).click()
  await page.getByRole('heading', { name: 'tickets', exact: true }).waitFor()
  await expect.poll(() => page.getByRole('textbox', { name: 'Source system' }).inputValue()).toBe('Ticket system')
}

async function decide(window: TestWindow): Promise<void> {
  const { page } = window
  const gaps = page.getByRole('row', { name: /Gaps in the numbers/ })
  await gaps.getByText('1 number is left out of the sequence INC-01 to INC-20.').waitFor()
  await gaps.getByRole('button', { name: 'Ask the client…' }).click()
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await gaps.getByText('requested:').waitFor()
  const leftOut = page.getByRole('row', { name: /Rows left out/ })
  await leftOut.getByRole('button', { name: 'Dismiss…' }).click()
  await page.getByLabel('Reason').fill('Two drafts; seen in the tool.')
  await page.getByRole('button', { name: 'Record', exact: true }).click()
  await leftOut.getByText('dismissed: Two drafts; seen in the tool.').waitFor()
  await look(window, 'population-findings')
}

async function pasteLater(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await page.getByRole('button', { name: 'Import a list' }).click()
  await page.getByRole('button', { name: 'Paste rows…' }).click()
  const later = ['id\topened\tteam', 'INC-01\t2026-02-02\tdesk', 'INC-40\t2026-01-05\tfield']
  await page.getByLabel('Rows with their header').fill(later.join('\n'))
  await page.getByRole('button', { name: 'Read the pasted rows' }).click()
  await page.getByText('2 rows').waitFor()
  await page.getByRole('textbox', { name: 'Name' }).fill('Tickets, later')
  await look(window, 'population-pasted')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('heading', { name: 'Tickets, later' }).waitFor()
}

async function compare(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'Compare with an earlier extract…' }).click()
  await page.getByRole('combobox', { name: 'Earlier extract' }).click()
  await page.getByRole('option', { name: /^tickets/ }).click()
  await page.getByText('0 unchanged, 18 missing, 1 changed, 1 new').waitFor()
  await page.getByText('opened: 02/02/2026 → 2026-02-02').waitFor()
  await look(window, 'population-compared')
}
