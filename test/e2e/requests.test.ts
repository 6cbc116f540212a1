import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { findingsOn } from './accessibility.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const findings: unknown[] = []

async function look({ app, page, screenshot }: TestWindow, name: string): Promise<void> {
  await screenshot(name)
  findings.push(...(await findingsOn(app, page)).map((finding) => ({ name, ...finding })))
}

/** Goes to a screen by what the palette finds. */
async function goTo({ page }: TestWindow, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill(words)
  await page.keyboard.press('Enter')
}

describe('a request to the client', () => {
  it('goes out as the list of a sample, comes back with answers, and is done', { timeout: 240_000 }, async () => {
    const window = await openSample()
    const { app, page, folder } = window
    await goTo(window, 'Requests')
    await page.getByText('Nothing was asked for yet').waitFor()
    await look(window, 'requests-empty')
    await askForSample(window)
    const list = join(folder, 'list.xlsx')
    await answerSaveDialog(app, list)
    await page.getByRole('button', { name: 'Export the list…' }).click()
    await expect
      .poll(async () =>
        readFile(list).then(
          () => true,
          () => false,
        ),
      )
      .toBe(true)
    expect((await readXlsx(await readFile(list))).sheets.map(({ name }) => name)).toEqual(['Items', 'About'])
    await takeAnswers(window, list)
    await page.getByText('partly received').waitFor()
    await look(window, 'request')
    await page.getByRole('button', { name: 'Close…' }).click()
    await page.getByLabel('Reason').fill('The rest was seen on site.')
    await page.getByRole('button', { name: 'Record', exact: true }).click()
    await page.getByText('Closed: The rest was seen on site.').waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('q')
    await page.getByText('All', { exact: true }).click()
    await page.getByRole('row', { name: /REQ-1/ }).waitFor()
    await look(window, 'requests')
    expect(findings).toEqual([])
  })
})

async function askForSample(window: TestWindow): Promise<void> {
  const { page } = window
  await goTo(window, 'Change approval')
  await page
    .getByRole('link', { name: /^\d+ of / })
    .first()
    .click()
  await page.getByRole('button', { name: 'Request list…' }).click()
  await page.getByLabel('Due on').fill('2099-12-31')
  await look(window, 'request-of-sample')
  await page.getByRole('button', { name: 'Make the list' }).click()
  await page.getByRole('heading', { name: /^REQ-1/ }).waitFor()
}

/** The client fills in two rows of the workbook and sends them as CSV. */
async function takeAnswers(window: TestWindow, list: string): Promise<void> {
  const { app, page, folder } = window
  const [header = [], first = [], second = []] = (await readXlsx(await readFile(list))).sheets[0]?.rows ?? []
  const answerAt = header.indexOf('Answer')
  const answered = [first, second].map((row) => row.map((cell, at) => (at === answerAt ? 'see ticket' : (cell ?? ''))))
  const quoted = [header, ...answered].map((row) => row.map((cell) => `"${String(cell)}"`).join(','))
  const back = join(folder, 'back.csv')
  await writeFile(back, quoted.join('\r\n'))
  await answerOpenDialog(app, back)
  await page.getByRole('button', { name: 'Import answers…' }).click()
  await page.getByRole('button', { name: 'Choose the file that came back…' }).click()
  await page.getByText('2 rows match: 2 new').waitFor()
  await look(window, 'request-answers')
  await page.getByRole('button', { name: 'Take 2 answers' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
