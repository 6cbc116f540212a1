import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { walkLongList } from './longList.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

/** Goes to a screen by what the palette finds. */
async function goTo({ page }: TestWindow, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(words)
  await page.getByLabel('Palette').getByRole('button', { name: words }).first().waitFor()
  await page.keyboard.press('Enter')
}

describe('a request to the client', () => {
  it('goes out as the list of a sample, comes back with answers, and is done', { timeout: 480_000 }, async () => {
    const window = await openSample()
    const { page } = window
    await goTo(window, 'Requests')
    await page.getByText('Nothing was asked for yet').waitFor()
    await look(window, 'requests-empty')
    await askForSample(window)
    await page.getByRole('button', { name: 'Sent today' }).click()
    await page.getByText(/^Sent \d{4}-\d\d-\d\d$/).waitFor()
    expect((await exported(window, 'list.xlsx')).subarray(0, 2).toString()).toBe('PK')
    await takeAnswers(window)
    await page.getByText('partly received').waitFor()
    await page.getByRole('cell', { name: 'see ticket' }).first().waitFor()
    await page.getByRole('region', { name: 'Evidence of the request' }).getByText('back.csv').waitFor()
    await writeItems(window)
    await look(window, 'request')
    await answersStandBesideTheSheet(window)
    await page.keyboard.press('g')
    await page.keyboard.press('d')
    await page.getByRole('link', { name: 'Requests: up to 7 days', exact: true }).click()
    await page.getByRole('link', { name: 'REQ-1', exact: true }).click()
    await page.getByRole('button', { name: 'Close…' }).click()
    await page.getByLabel('Reason').fill('The rest was seen on site.')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Closed: The rest was seen on site.').waitFor()
    await askAboutControl(window)
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await page.getByText('All', { exact: true }).click()
    await page.getByRole('row', { name: /REQ-1/ }).waitFor()
    await showOfHighPriority(page)
    await takeList(window)
    await look(window, 'requests')
    await takeLongList(window)
    expect(findings).toEqual([])
  })
})

async function askForSample(window: TestWindow): Promise<void> {
  const { page } = window
  await openItsSample(window)
  await page.getByRole('button', { name: 'Request list…' }).click()
  await page.getByLabel('Due on').fill('2099-12-31')
  await page.getByLabel('Owner at the client').fill('Rosa Lind')
  await look(window, 'request-of-sample')
  await page.getByRole('button', { name: 'Make the list' }).click()
  await page.getByRole('heading', { name: /^REQ-1/ }).waitFor()
  await page.getByText('Owner: Rosa Lind').waitFor()
}

async function openItsSample(window: TestWindow): Promise<void> {
  await goTo(window, 'Change approval')
  await window.page
    .getByRole('link', { name: /^\d+ of / })
    .first()
    .click()
}

/** Exports the list under a name, whose ending says as what, and waits for the file. */
async function exported({ app, page, folder }: TestWindow, name: string): Promise<Buffer> {
  const file = join(folder, name)
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export the list…' }).click()
  await page.getByRole('menuitem', { name: name.endsWith('.csv') ? /CSV/ : /XLSX/ }).click()
  await page.getByText(`in ${name}.`).waitFor()
  return readFile(file)
}

/** The client fills in two rows of the list, and changes the key of a third. */
async function takeAnswers(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const workbook = await readXlsx(await readFile(join(folder, 'list.xlsx')))
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['Items', 'About'])
  const [header = [], first = [], second = [], third = []] = parse(await exported(window, 'list.csv'), { bom: true })
  const answerAt = header.indexOf('Answer')
  const answered = [first, second].map((row) => row.with(answerAt, 'see ticket'))
  const wrong = third.with(answerAt, 'see ticket').with(header.length - 1, 'REQ-1/of-another-client:2')
  const quoted = [header, ...answered, wrong].map((row) => row.map((cell) => `"${cell}"`).join(','))
  const back = join(folder, 'back.csv')
  await writeFile(back, quoted.join('\r\n'))
  await answerOpenDialog(app, back)
  await page.keyboard.press('i')
  await page.getByRole('button', { name: 'Choose the file that came back…' }).click()
  await page.getByText('2 rows match: 2 new').waitFor()
  await page.getByText('The key belongs to the list of another sample or engagement.').waitFor()
  await look(window, 'request-answers')
  await page.getByRole('button', { name: 'Take 2 answers' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** What was asked and said, for the file: also as a PDF. */
async function writeItems({ app, page, folder }: TestWindow): Promise<void> {
  const file = join(folder, 'items.pdf')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export: Items of REQ-1' }).click()
  await page.getByRole('menuitem', { name: 'As a PDF…' }).click()
  await page.getByText('25 rows were written to items.pdf.').waitFor()
  expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
}

async function answersStandBesideTheSheet(window: TestWindow): Promise<void> {
  const { page } = window
  await openItsSample(window)
  await page.getByText('(partly received, 2 of').waitFor()
  await goTo(window, 'Change approval')
  await page
    .getByRole('link', { name: /test sheet/i })
    .first()
    .click()
  await page.getByRole('group', { name: 'What the client said' }).getByText('see ticket').waitFor()
  await look(window, 'sheet-answers')
}

async function askAboutControl(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.getByRole('heading', { name: 'Requests', exact: true }).waitFor()
  await page.keyboard.press('n')
  await page.getByLabel('Title').fill('Who may approve changes')
  await page.getByLabel('What we ask for').fill('Please send the list of approvers as of 2026-09-30.')
  await page.getByLabel('Due on').fill('2026-01-31')
  await page.getByRole('combobox', { name: 'Control that it is about' }).fill('Change approval')
  await page.getByRole('option', { name: /Change approval/ }).click()
  await page.getByRole('combobox', { name: 'Priority' }).last().click()
  await page.getByRole('option', { name: 'High', exact: true }).click()
  await look(window, 'request-new')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByRole('heading', { name: 'REQ-2 Who may approve changes' }).waitFor()
  await page.getByText('Priority: high').waitFor()
  await look(window, 'request-of-control')
}

/** The filter leaves what is urgent, and chosen again shows all. */
async function showOfHighPriority(page: Page): Promise<void> {
  const choose = async () => {
    await page.getByRole('combobox', { name: 'Priority' }).click()
    await page.getByRole('option', { name: 'High', exact: true }).click()
  }
  await choose()
  await page.getByRole('row', { name: /REQ-1/ }).waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: /REQ-2 .*High/ }).waitFor()
  await choose()
  await page.getByRole('row', { name: /REQ-1/ }).waitFor()
}

async function takeList(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const file = join(folder, 'pbc.csv')
  await writeFile(
    file,
    'Title,Owner,Due\nOrg chart,Rosa Lind,2026-12-01\nWho may approve changes,,\nPolicies,,03/04/2026',
  )
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: 'Take a list…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take a list of requests' })
  await dialog.getByRole('button', { name: 'Choose the list…' }).click()
  await dialog.getByText('Asked for already: Who may approve changes.').waitFor()
  await dialog.getByRole('cell', { name: 'Org chart' }).waitFor()
  await dialog.getByText('"03/04/2026" is not a day that can be read one way only.').waitFor()
  await look(window, 'request-list')
  await dialog.getByRole('button', { name: 'Take 1 request', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: /REQ-3 Org chart/ }).waitFor()
}

/** Of a list of hundreds, what was asked for last is at its end, and any other is found by its words. */
async function takeLongList(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  const rows = Array.from({ length: 150 }, (_, at) => `Change list of week ${at + 1},Rosa Lind,2026-12-01`)
  const file = join(folder, 'long.csv')
  await writeFile(file, ['Title,Owner,Due', ...rows].join('\n'))
  await answerOpenDialog(app, file)
  await page.getByRole('button', { name: 'Take a list…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Take a list of requests' })
  await dialog.getByRole('button', { name: 'Choose the list…' }).click()
  await dialog.getByRole('button', { name: 'Take 150 requests', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
  const table = page.getByRole('table')
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('154')
  await walkLongList(page, table)
  await look(window, 'requests-long')
  await page.getByRole('link', { name: 'REQ-153', exact: true }).click()
  await page.getByRole('heading', { name: 'REQ-153 Change list of week 150' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.getByRole('heading', { name: 'Requests', exact: true }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('of week 77')
  await page.getByRole('row', { name: /REQ-80 Change list of week 77/ }).waitFor()
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('2')
}
