import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it } from 'vitest'
import { answerSaveDialog } from './dialogs.ts'
import { looker } from './looker.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()
const hostile = `<img src=x onerror="document.title='ran'"><script>1</script>`

describe('every list', () => {
  it('becomes a PDF with its text, goes to the printer, and runs nothing', { timeout: 240_000 }, async () => {
    const window = await openSample()
    const { app, page, folder } = window
    await watchPrinting(window)
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await page.getByRole('heading', { level: 1, name: 'Tickmarks' }).waitFor()
    await page.getByRole('textbox', { name: 'Symbol' }).fill('XX')
    await page.getByRole('textbox', { name: 'Meaning' }).fill(hostile)
    await page.getByRole('button', { name: /^Add/ }).last().click()
    await page.getByRole('cell', { name: hostile }).waitFor()

    await page.getByRole('button', { name: 'Export: Tickmarks' }).click()
    await page.getByRole('menuitem', { name: 'As a PDF…' }).waitFor()
    await look(window, 'list-export')
    const file = join(folder, 'tickmarks.pdf')
    await answerSaveDialog(app, file)
    await page.getByRole('menuitem', { name: 'As a PDF…' }).click()
    await page.getByText(/written to tickmarks.pdf/).waitFor()
    const { pages, title, size } = await readPdf(file)
    expect(title).toBe('Tickmarks')
    expect(size).toBe('upright')
    expect(pages[0]).toContain('Northwind Ledger, Inc.')
    expect(pages[0]?.replaceAll(/\s/g, '')).toContain(hostile.replaceAll(/\s/g, ''))
    expect(pages[0]).toMatch(/1 \/ 1$/)

    await page.getByRole('button', { name: 'Print: Tickmarks' }).click()
    await expect.poll(() => printed(window)).toEqual([{ javascript: false, sandbox: true, landscape: false }])
    await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.getByRole('heading', { level: 1, name: 'Controls' }).waitFor()
    const matrix = join(folder, 'controls.pdf')
    await answerSaveDialog(app, matrix)
    await page.getByRole('button', { name: 'Export: Controls' }).click()
    await page.getByRole('menuitem', { name: 'As a PDF…' }).click()
    await page.getByText(/written to controls.pdf/).waitFor()
    const across = await readPdf(matrix)
    expect(across.size).toBe('across')
    expect(across.pages.every((text) => text.includes('Description'))).toBe(true)
    await look(window, 'controls-export')
    await printLongCell(window)
    await listsOfTesting(window)
    expect(findings).toEqual([])
  })
})

/** Wherever testing has a list or a sheet, it is written and printed from where it stands. */
async function listsOfTesting({ page }: TestWindow): Promise<void> {
  const offers = async (...names: string[]) => {
    for (const name of names) {
      await page.getByRole('button', { name: `Export: ${name}`, exact: true }).waitFor()
      await page.getByRole('button', { name: `Print: ${name}`, exact: true }).waitFor()
    }
  }
  await page.getByRole('tab', { name: 'Subservice organisations' }).click()
  await offers('Subservice organisations')
  await page.getByRole('tab', { name: 'Complementary controls' }).click()
  await offers('Complementary controls')
  const sections = { e: 'Evidence', q: 'Requests', x: 'Deviations', t: 'Tickmarks' }
  for (const [key, name] of Object.entries(sections)) {
    await page.keyboard.press('g')
    await page.keyboard.press(key)
    await offers(name)
  }
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('link', { name: 'CHG-01' }).click()
  await offers('Walkthroughs of CHG-01', 'Samples of CHG-01', 'Procedures of CHG-01', 'Deviations of CHG-01')
  await page.getByRole('region', { name: 'Procedures' }).getByRole('link', { name: 'Test sheet' }).click()
  await offers('Test sheet CHG-01')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.getByRole('link', { name: 'CHG-01' }).click()
  await page
    .getByRole('link', { name: /^25 of / })
    .first()
    .click()
  await offers('Sample CHG-01')
  await page.getByRole('button', { name: 'Request list…' }).click()
  await page.getByRole('button', { name: 'Make the list' }).click()
  await offers('Items of REQ-1')
  await page.keyboard.press(',')
  await offers('Library of procedures')
}

/** A row that is longer than a page begins where there is room, and no page stays empty. */
async function printLongCell(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('tab', { name: 'Commitments' }).click()
  await page.getByRole('button', { name: 'Add a commitment or requirement' }).click()
  const form = page.getByRole('dialog', { name: /commitment/i })
  await form.getByRole('textbox', { name: 'Text' }).fill('We keep every change for seven years. '.repeat(600))
  await form.getByRole('button', { name: 'Save' }).click()
  await form.waitFor({ state: 'hidden' })
  const file = join(folder, 'commitments.pdf')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export: Commitments' }).click()
  await page.getByRole('menuitem', { name: 'As a PDF…' }).click()
  await page.getByText(/written to commitments.pdf/).waitFor()
  const { pages } = await readPdf(file)
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.filter((text) => !text.includes('every change'))).toEqual([])
}

/** From now on the system's print dialog is not opened; what would be printed is noted. */
async function watchPrinting({ app }: TestWindow): Promise<void> {
  await app.evaluate(({ app: electron }) => {
    const printed: unknown[] = []
    Object.assign(globalThis, { printed })
    electron.on('web-contents-created', (_, contents) => {
      contents.print = (options, done) => {
        const { javascript, sandbox } = (
          contents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }
        ).getLastWebPreferences()
        printed.push({ javascript, sandbox, landscape: options?.landscape })
        done?.(true, '')
      }
    })
  })
}

const printed = ({ app }: TestWindow) => app.evaluate(() => (globalThis as unknown as { printed: unknown[] }).printed)

async function readPdf(file: string): Promise<{ pages: string[]; title: unknown; size: string }> {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)) }).promise
  const { info } = await pdf.getMetadata()
  const all = await Promise.all(Array.from({ length: pdf.numPages }, (_, at) => pdf.getPage(at + 1)))
  const pages = await Promise.all(
    all.map(async (page) => {
      const { items } = await page.getTextContent()
      return items
        .map((item) => ('str' in item ? item.str : ''))
        .join(' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
    }),
  )
  const [, , width = 0, height = 0] = all[0]?.view ?? []
  return { pages, title: 'Title' in info ? info.Title : null, size: width < height ? 'upright' : 'across' }
}
