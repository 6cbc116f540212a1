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
  it('takes tickmarks, notes, undo and redo, and is grouped and filtered', { timeout: 240_000 }, async () => {
    const window = await openSample()
    const { page } = window
    await openSheet(window, 'CHG-01 Change approval')
    await page.keyboard.press('Control+Home')
    await tickmarkBesideRange(window)
    await undoAndRedo(page)
    await reviewNoteOnCell(page)
    await page.getByRole('switch', { name: 'By month' }).click()
    await page.getByRole('row', { name: /October 2025 · / }).waitFor()
    await look(window, 'sheet-by-month')
    await page.getByRole('combobox', { name: 'Items shown' }).click()
    await page.getByRole('option', { name: 'With a tickmark' }).click()
    await expect.poll(() => sheet(page).getByRole('row', { name: /CHG-/ }).count()).toBe(2)
    await look(window, 'sheet-filtered')
    await legendScreen(window)
    expect(findings).toEqual([])
  })
})

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
