import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Locator } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { answerOpenDialog } from './dialogs.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

/** A hundred thousand tickets, so that the list is taller than a scrollbar is exact; every ninth is of the warehouse. */
const ticketCount = 100_000

function tickets(): string {
  const lines = Array.from({ length: ticketCount }, (_ticket, at) => {
    const day = new Date(Date.UTC(2025, 9, 1 + (at % 365))).toISOString().slice(0, 10)
    const team = at % 9 === 0 ? 'warehouse' : 'desk'
    return `INC-${String(at + 1).padStart(6, '0')},${day},${team},${(at * 7919) % 10_000}`
  })
  return ['ticket,opened,team,minutes', ...lines].join('\n')
}

describe('the rows of a population in the window', () => {
  it('are reached, found, filtered, ordered, summarised and copied', { timeout: 240_000 }, async () => {
    const window = await openSample()
    const grid = await importTickets(window)
    await reachRows(window, grid)
    await findAndOrder(window, grid)
    await summarise(window, grid)
    await copy(window, grid)
    expect(findings).toEqual([])
  })

  it('that were excluded are marked by word and sign', { timeout: 120_000 }, async () => {
    const window = await openSample()
    const { page } = window
    await page.keyboard.press('g')
    await page.keyboard.press('p')
    await page.getByRole('link', { name: 'Changes', exact: true }).click()
    await page.getByRole('link', { name: 'Browse the rows' }).click()
    const grid = page.getByRole('grid', { name: 'Rows of the population' })
    await grid.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    const excluded = grid.getByRole('row').filter({ has: page.getByRole('gridcell', { name: 'excluded' }) })
    await excluded.first().waitFor()
    await look(window, 'population-rows-excluded')
    expect(findings).toEqual([])
  })
})

async function importTickets({ app, page, folder }: TestWindow): Promise<Locator> {
  const file = join(folder, 'tickets.csv')
  await writeFile(file, tickets())
  await page.keyboard.press('g')
  await page.keyboard.press('p')
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: 'Import a list' }).click()
  await page.getByRole('button', { name: 'Choose a file…' }).click()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('heading', { name: 'tickets', exact: true }).waitFor({ timeout: 60_000 })
  await page.getByRole('link', { name: 'Browse the rows' }).click()
  const grid = page.getByRole('grid', { name: 'Rows of the population' })
  await cell(grid, 'INC-000001').waitFor()
  return grid
}

const cell = (grid: Locator, name: string) => grid.getByRole('gridcell', { name, exact: true })

/** The text of the cell where one stands. */
async function expectActive(grid: Locator, name: string): Promise<void> {
  const active = async () => {
    const id = await grid.getAttribute('aria-activedescendant')
    return id === null ? null : grid.page().locator(`#${id}`).textContent()
  }
  await expect.poll(active).toBe(name)
}

async function reachRows(window: TestWindow, grid: Locator): Promise<void> {
  const { page } = window
  await grid.focus()
  await page.keyboard.press('Control+End')
  await cell(grid, 'INC-100000').waitFor()
  await look(window, 'population-rows-last')
  await page.keyboard.press('Home')
  await expectActive(grid, 'INC-100000')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageDown')
  await expectActive(grid, 'INC-100000')
  await page.keyboard.press('Control+Home')
  await expectActive(grid, 'INC-000001')
  await page.keyboard.press('ArrowDown')
  await expectActive(grid, 'INC-000002')
  await page.keyboard.press('Control+g')
  await page.keyboard.type('54321')
  await page.keyboard.press('Enter')
  await expectActive(grid, 'INC-054320')
  await grid.evaluate((frame) => {
    frame.scrollTop = frame.scrollHeight
  })
  await cell(grid, 'INC-100000').waitFor()
}

async function findAndOrder(window: TestWindow, grid: Locator): Promise<void> {
  const { page } = window
  await grid.focus()
  await page.keyboard.press('/')
  await page.keyboard.type('inc-0000')
  await page.getByText('99 of 100,000 rows').waitFor()
  await page.getByLabel('Find in the rows').fill('')
  await page.getByText('100,000 of 100,000 rows').waitFor()
  await grid.focus()
  await page.keyboard.press('Control+Home')
  for (let column = 0; column < 3; column += 1) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: 'Order descending' }).click()
  await page.getByText('by minutes, descending').waitFor()
  await expectActive(grid, '9999')
  await page.keyboard.press('Alt+ArrowDown')
  await page.getByRole('menuitem', { name: 'Filter…' }).click()
  await page.getByRole('combobox', { name: 'Condition' }).click()
  await page.getByRole('option', { name: 'to', exact: true }).click()
  await page.getByLabel('Value').fill('99')
  await page.getByRole('button', { name: 'Add the filter' }).click()
  await page.getByText('1,000 of 100,000 rows').waitFor()
  await grid.focus()
  await expectActive(grid, '99')
  await grid.getByRole('button', { name: 'minutes', exact: true }).click()
  await page.getByText('1,000 of 100,000 rows, in the order of the file').waitFor()
  await look(window, 'population-rows-filtered')
}

async function summarise(window: TestWindow, grid: Locator): Promise<void> {
  const { page } = window
  await grid.getByRole('button', { name: 'Column team' }).click()
  await look(window, 'population-rows-menu')
  await page.getByRole('menuitem', { name: 'Summary' }).click()
  const pane = page.getByRole('complementary', { name: 'Summary of a column' })
  await pane.getByRole('button', { name: 'warehouse' }).waitFor()
  await look(window, 'population-rows-summary')
  await pane.getByRole('button', { name: 'warehouse' }).click()
  await page.getByText('team is warehouse').waitFor()
  await pane.getByRole('row', { name: 'Different 1' }).waitFor()
  await page.getByRole('button', { name: 'Remove the filter minutes to 99' }).click()
  await page.getByText('11,112 of 100,000 rows').waitFor()
}

async function copy({ app, page }: TestWindow, grid: Locator): Promise<void> {
  await grid.focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+c')
  await page.getByText('4 cells copied.').waitFor()
  expect(await clipboardOf(app)).toBe('INC-000001\t2025-10-01\r\nINC-000010\t2025-10-10')
}

function clipboardOf(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}
