import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { openSample } from './sampleEngagement.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

describe('the report', () => {
  it(
    'is read before it is written, says what is to be settled, takes letters, and is exported',
    { timeout: 600_000 },
    async () => {
      const window = await openSample()
      const { page } = window
      await page.keyboard.press('g')
      await page.keyboard.press('r')
      await page.getByRole('heading', { level: 1, name: 'Report' }).waitFor()
      const preview = page.getByRole('article', { name: 'Preview of the report' })
      await preview.getByText("Section I: Independent service auditor's report").waitFor()
      await look(window, 'report-preview')
      const sections = page.getByRole('navigation', { name: 'Sections of the report' })
      await sections.getByRole('button', { name: 'Section IV' }).click()
      await expect.poll(() => isInSight(preview.getByRole('heading', { name: 'Section IV' }))).toBe(true)
      expect(await isInSight(sections.getByRole('button', { name: /^Section I / }))).toBe(true)
      await look(window, 'report-section')
      await letters(window)
      await choices(window)
      await settle(window)
      await write(window)
      await exported(window)
      await workpapers(window)
      expect(findings).toEqual([])
    },
  )
})

async function letters({ page, ...window }: TestWindow): Promise<void> {
  await page.getByRole('tab', { name: "Management's letters" }).click()
  await page.getByText("Management's assertion was not received yet.").waitFor()
  await page.getByRole('button', { name: 'Add a letter' }).click()
  const form = page.getByRole('form', { name: 'Letter' })
  await form.getByRole('textbox', { name: 'Dated' }).fill('2026-09-29')
  await form.getByRole('textbox', { name: 'Signed by' }).fill('R. Osei, chief executive')
  await form.getByRole('textbox', { name: 'First day' }).fill('2025-10-01')
  await form.getByRole('textbox', { name: 'Last day' }).fill('2026-09-30')
  await form.getByRole('textbox', { name: 'Its wording' }).fill('We assert {{7*7}} <img src=x onerror=alert(1)>.')
  await form.getByRole('button', { name: 'Save letter' }).click()
  const card = page.getByRole('article', { name: "Management's assertion" })
  await card.getByText('is dated 2026-09-29, before the end of what it is about').waitFor()
  await look({ page, ...window }, 'report-letters')
}

async function choices({ page, ...window }: TestWindow): Promise<void> {
  await page.getByRole('tab', { name: "Firm's choices" }).click()
  const form = page.getByRole('form', { name: 'Choices for reports' })
  await form.getByRole('textbox', { name: 'Firm', exact: true }).fill('Cole & Partners')
  await form.getByRole('textbox', { name: 'Place' }).fill('Boston, Massachusetts')
  await form.getByRole('button', { name: 'Save choices' }).click()
  await page.getByRole('table', { name: 'Versions of the choices' }).getByText('Cole & Partners').waitFor()
  await look({ page, ...window }, 'report-choices')
}

async function settle({ page, ...window }: TestWindow): Promise<void> {
  await page.getByRole('tab', { name: /^To settle/ }).click()
  const table = page.getByRole('table', { name: 'What is to be settled' })
  await table.getByText('The representation letter was not received yet.').waitFor()
  await table.getByRole('link', { name: /^Go to the scope: P2\.1 has no control/ }).waitFor()
  await look({ page, ...window }, 'report-to-settle')
}

async function write({ page, app, folder }: TestWindow): Promise<void> {
  const file = join(folder, 'report.html')
  await answerSaveDialog(app, file)
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('menuitem', { name: 'Page (HTML)' }).click()
  await page.getByText('The report was written to report.html.').waitFor()
  const written = await readFile(file, 'utf8')
  expect(written).toContain('Cole &#38; Partners')
  expect(written).toContain('We assert {{7*7}} &#60;img src=x onerror=alert(1)&#62;.')
  const pdf = join(folder, 'report.pdf')
  await answerSaveDialog(app, pdf)
  await page.getByRole('button', { name: 'Export…' }).click()
  await page.getByRole('menuitem', { name: 'PDF' }).click()
  await page.getByText('The report was written to report.pdf.').waitFor()
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', pdf, '-'])
  const text = stdout.replaceAll(/\s+/g, ' ')
  expect(text).toContain('CHG-01 Change approval')
  expect(text).toContain('DEV-1: CHG-01181 does not meet attribute B.')
  // A long title takes two lines, of which the second ends with the page.
  await expectRightPages(pdf, /^ *(Section [IV]+: .{20}).*?(?:\n[^\n\d]*)?? (\d+)$/gm, 5)
}

/** Every line of the contents names the page on which its title stands. */
async function expectRightPages(pdf: string, contentsLine: RegExp, lines: number): Promise<void> {
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', pdf, '-'])
  const listed = [...stdout.matchAll(contentsLine)]
  expect(listed).toHaveLength(lines)
  const pages = stdout.split('\f')
  for (const [, title, page] of listed) expect(pages[Number(page) - 1], title).toContain(title)
  expect(new Set(listed.map(([, , page]) => page)).size).toBe(lines)
}

/** Both files are recorded; the page that was written stands against the report as it is after another firm's name. */
async function exported({ page, app, folder, ...window }: TestWindow): Promise<void> {
  await page.getByRole('tab', { name: 'Exported' }).click()
  const table = page.getByRole('table', { name: 'Exported reports' })
  await table
    .getByRole('row', { name: /^report\.html/ })
    .getByText('unchanged')
    .waitFor()
  await table.getByRole('row', { name: /^report\.pdf/ }).waitFor()
  await look({ page, app, folder, ...window }, 'report-exported')
  await page.getByRole('tab', { name: "Firm's choices" }).click()
  const form = page.getByRole('form', { name: 'Choices for reports' })
  await form.getByRole('textbox', { name: 'Place' }).fill('Dublin')
  await form.getByRole('button', { name: 'Save choices' }).click()
  await page.getByRole('table', { name: 'Versions of the choices' }).getByRole('rowheader', { name: '2' }).waitFor()
  await page.getByRole('tab', { name: 'Difference' }).click()
  await answerOpenDialog(app, join(folder, 'report.html'))
  await page.getByRole('button', { name: 'A report in a file…' }).click()
  const difference = page.getByRole('region', { name: 'Difference from report.html' })
  await difference.getByText('Boston, Massachusetts', { exact: true }).waitFor()
  await difference.getByText('Dublin', { exact: true }).waitFor()
  await look({ page, app, folder, ...window }, 'report-difference')
}

async function workpapers({ page, app, folder, ...window }: TestWindow): Promise<void> {
  await goTo(page, 'Bundles')
  const region = page.getByRole('region', { name: 'Workpapers to read' })
  const writeAs = async (name: string, file: string) => {
    const place = join(folder, file)
    await answerSaveDialog(app, place)
    await region.getByRole('button', { name, exact: true }).click()
    await page.getByText(`papers were written to ${file}.`).waitFor()
    return readFile(place)
  }
  expect((await writeAs('Workpapers as a workbook', 'workpapers.xlsx')).subarray(0, 2).toString()).toBe('PK')
  expect((await writeAs('Workpapers as a page', 'workpapers.html')).toString()).toContain(
    'CHG-01 test sheet of procedure 1',
  )
  await writeAs('Pack for a peer review as a PDF', 'peer-review.pdf')
  await region.scrollIntoViewIfNeeded()
  await look({ page, app, folder, ...window }, 'workpapers')
  const { stdout } = await promisify(execFile)('pdftotext', ['-raw', join(folder, 'peer-review.pdf'), '-'])
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('CHG-01181 does not meet attribute B.')
}

async function goTo(page: TestWindow['page'], heading: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: heading }).click()
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** Whether the beginning of an element is what somebody sees where it stands: no bar of the window lies over it. */
function isInSight(element: Locator): Promise<boolean> {
  return element.evaluate((shown) => {
    const { left, top } = shown.getBoundingClientRect()
    return shown.contains(document.elementFromPoint(left + 4, top + 4))
  })
}
