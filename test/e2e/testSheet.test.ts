import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

const sheet = (page: Page) => page.getByRole('grid', { name: 'Test sheet' })

async function openSheet({ page }: TestWindow, control: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(control)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: control }).waitFor()
  await page.getByRole('region', { name: 'Procedures' }).getByRole('link').first().click()
  await sheet(page).waitFor()
  await sheet(page).focus()
}

describe('a test sheet', () => {
  it(
    'is filled by keyboard and from Excel, takes tickmarks, notes, undo and redo, and is grouped and filtered',
    { timeout: 480_000 },
    async () => {
      const window = await openSample()
      const { page } = window
      await openSheet(window, 'CHG-01 Change approval')
      await typeRanges(page)
      await pasteBlock(window)
      await noteOnCell(page)
      await findUntested(page)
      await keysOfSheet(window)
      await page.keyboard.press('Control+Home')
      await tickmarkBesideRange(window)
      await undoAndRedo(page)
      await reviewNoteOnCell(page)
      await page.getByRole('switch', { name: 'By month' }).click()
      await page.getByRole('row', { name: /October 2025 · / }).waitFor()
      await look(window, 'sheet-by-month')
      await chooseColumn(page)
      await showOnly(page, 'Not applicable')
      await page.getByRole('row', { name: /CHG-/ }).first().waitFor()
      await window.screenshot('sheet-not-applicable')
      await showOnly(page, 'With a tickmark')
      await expect.poll(() => sheet(page).getByRole('row', { name: /CHG-/ }).count()).toBe(2)
      await look(window, 'sheet-filtered')
      await legendScreen(window)
      await replaceItem(window)
      expect(findings).toEqual([])
    },
  )
})

const outcomeAt = (page: Page, row: number, column: number) =>
  sheet(page).locator(`[data-row="${row}"][data-column="${column}"]`).getAttribute('data-outcome')

/** @returns the outcomes of the first three items and the first two attributes, item by item */
const block = (page: Page) =>
  Promise.all([0, 1, 2].map((row) => Promise.all([0, 1].map((column) => outcomeAt(page, row, column)))))

const na = 'not_applicable'

const threeTimes = (row: string[]) => [row, row, row]

/** A range takes one key, and fills down from its top as in a spreadsheet. */
async function typeRanges(page: Page): Promise<void> {
  await press(page, 'Control+Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'n')
  await expect.poll(() => block(page)).toEqual(threeTimes([na, na]))
  await press(page, 'Control+Home', 'p', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  await expect.poll(() => block(page)).toEqual(threeTimes(['pass', na]))
  await page.getByText('● Saved').waitFor()
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** A block of words goes in as a whole or not at all. */
async function pasteBlock({ app, page }: TestWindow): Promise<void> {
  const copy = (text: string) => app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)
  await copy('n/a\tpass\r\nmaybe\tn/a\r\n')
  await press(page, 'Control+Home', 'Control+v')
  await page
    .getByText('"maybe" in row 2, column 1 of the pasted cells is not an outcome. Nothing was pasted.')
    .waitFor()
  await copy('n/a\tpass\r\npass\tn/a\r\n')
  await press(page, 'Control+v')
  await page.getByText('2 results pasted.').waitFor()
  await expect
    .poll(() => block(page))
    .toEqual([
      [na, 'pass'],
      ['pass', na],
      ['pass', na],
    ])
}

async function noteOnCell(page: Page): Promise<void> {
  await press(page, 'Control+Home', 'Enter')
  const note = page.getByRole('textbox', { name: /^Note on CHG-\d+, attribute A$/ })
  await note.fill('The ticket was seen on site.')
  await press(page, 'Control+Enter')
  await sheet(page)
    .getByRole('gridcell', { name: /attribute A: not applicable.*note: The ticket was seen on site\.$/ })
    .waitFor()
}

/** From wherever the hand is, Space leads to the one cell without a result, and screen readers are told which. */
async function findUntested(page: Page): Promise<void> {
  await press(page, 'Control+Home', 'ArrowDown', 'ArrowRight', 'Delete', 'Control+End', ' ')
  await expect.poll(() => sheet(page).getAttribute('aria-activedescendant')).toBe('sheet-cell-1-1')
  await press(page, 'n', ' ')
  await page.getByText('Every item in view is tested.').waitFor()
}

async function keysOfSheet(window: TestWindow): Promise<void> {
  const { page } = window
  await press(page, '?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await keys.getByRole('table', { name: 'In the cells of the test sheet' }).getByText('next untested').waitFor()
  await look(window, 'sheet-keys')
  await press(page, 'Escape')
  await keys.waitFor({ state: 'hidden' })
  // The keys of the sheet work on without a click.
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid')
}

async function showOnly(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Items shown' }).click()
  await page.getByRole('option', { name }).click()
}

/** The legend is empty at first: the usual tickmarks come into it, and the first one stands beside two cells. */
async function tickmarkBesideRange(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('t')
  const picker = page.getByRole('dialog', { name: 'Tickmark beside 2 results' })
  await picker.getByRole('button', { name: 'Add the usual tickmarks' }).click()
  await picker.getByRole('button', { name: /✓ Agreed to the evidence/ }).waitFor()
  await look(window, 'sheet-tickmark-picker')
  await picker.getByRole('button', { name: /✓ Agreed to the evidence/ }).focus()
  await page.keyboard.press('1')
  await picker.waitFor({ state: 'hidden' })
  await expect.poll(() => cellsWith(page, '✓')).toBe(2)
  await page.getByRole('group', { name: 'Tickmarks' }).getByText('Agreed to the evidence').waitFor()
  await page.getByRole('group', { name: 'Marks on a cell' }).getByText('review note that is not cleared (r)').waitFor()
}

const cellsWith = (page: Page, symbol: string) =>
  sheet(page)
    .getByRole('gridcell', { name: new RegExp(`tickmarks ${symbol}`) })
    .count()

async function undoAndRedo(page: Page): Promise<void> {
  await sheet(page).focus()
  await page.keyboard.press('Control+z')
  await page.getByText('Undone: Record the outcome').waitFor()
  await expect.poll(() => cellsWith(page, '✓')).toBe(0)
  await page.keyboard.press('Control+y')
  await page.getByText('Done again: Record the outcome').waitFor()
  await expect.poll(() => cellsWith(page, '✓')).toBe(2)
}

/** A reviewer asks about one cell; the note says which where the review of the sheet is. */
async function reviewNoteOnCell(page: Page): Promise<void> {
  await sheet(page).focus()
  await page.keyboard.press('r')
  const form = page.getByRole('form', { name: 'Review note' })
  await form.getByRole('textbox', { name: 'Note' }).fill('Who approved this one?')
  await form.getByRole('button', { name: 'Open the note' }).click()
  await form.waitFor({ state: 'hidden' })
  await page
    .getByRole('article', { name: 'Review note RN-1' })
    .getByText(/item CHG-\d+, attribute [A-Z]/)
    .waitFor()
  await page.getByRole('gridcell', { name: /, 1 open review note/ }).waitFor()
}

/** Who approved stands beside the items, from the list that they were drawn from. */
async function chooseColumn(page: Page): Promise<void> {
  const heads = sheet(page).getByRole('columnheader', { name: 'approver' })
  expect(await heads.count()).toBe(0)
  await page.getByRole('button', { name: 'Columns', exact: true }).click()
  await page.getByRole('checkbox', { name: 'approver' }).check()
  await heads.waitFor()
  await page.keyboard.press('Escape')
}

/** An item that no attribute applies to makes the sample smaller than planned: the next one of the order takes its place. */
async function replaceItem(window: TestWindow): Promise<void> {
  const { page } = window
  await openSheet(window, 'CHG-01 Change approval')
  await press(page, 'Control+Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'n')
  await page.getByText('● Saved').waitFor()
  const item = await sheet(page).getByRole('rowheader').first().getAttribute('aria-label')
  await page.getByRole('link', { name: 'Control CHG-01' }).click()
  const procedures = page.getByRole('region', { name: 'Procedures' })
  await procedures.getByText('A: 24 of 25 applicable · B: 22 of 25 applicable · C: 24 of 25 applicable').waitFor()
  await procedures.scrollIntoViewIfNeeded()
  await look(window, 'not-applicable')
  await procedures.getByRole('button', { name: `Replace ${item}…` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Why it does not apply' }).fill('The change was never released.')
  await dialog.getByRole('button', { name: 'Record', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await procedures.getByRole('link', { name: 'Test sheet' }).click()
  await sheet(page)
    .getByRole('rowheader', { name: `${item}, replaced` })
    .waitFor()
  await look(window, 'sheet-replaced')
}

async function legendScreen(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('link', { name: 'Tickmarks' }).click()
  await page.getByRole('heading', { level: 1, name: 'Tickmarks' }).waitFor()
  const form = page.getByRole('form', { name: 'New tickmark' })
  await form.getByRole('textbox', { name: 'Symbol' }).fill('✓')
  await form.getByRole('textbox', { name: 'Meaning' }).fill('Something else')
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByText('The legend has a tickmark ✓ already.').waitFor()
  await form.getByRole('textbox', { name: 'Symbol' }).fill('V')
  await form.getByRole('button', { name: 'Add' }).click()
  await page.getByRole('cell', { name: 'Something else' }).waitFor()
  await look(window, 'tickmarks')
}
