import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import type { Page } from '@playwright/test'
import { describe, expect, it } from 'vitest'
import { looker } from './looker.ts'
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts'
import { dropFile } from './dropFile.ts'
import { walkLongList } from './longList.ts'
import { openSample } from './sampleEngagement.ts'
import { scriptedPdf } from './scriptedPdf.ts'
import type { TestWindow } from './window.ts'

const { look, findings } = looker()

const detail = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

describe('evidence in the window', () => {
  it('is dropped, looked at, marked, blacked out and saved again', { timeout: 480_000 }, async () => {
    const window = await openSample()
    await dropFiles(window)
    await lookAtPages(window)
    await blackOut(window)
    await sayWhatIsKnown(window)
    await showsMarkupAsText(window)
    await showsTables(window)
    await pasteScreenshot(window)
    await answersRequest(window)
    await keepMany(window)
    expect(findings.splice(0)).toEqual([])
  })

  it('stands on a cell of the test sheet', { timeout: 240_000 }, async () => {
    const window = await openSample()
    await onACell(window)
    expect(findings.splice(0)).toEqual([])
  })
})

/** A name that would be an image with a script, wherever names became markup. */
const markupName = '<img id=name src=x onerror=document.title=1>'

async function dropFiles({ page, folder }: TestWindow): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor()
  const report = join(folder, 'access report.pdf')
  const note = join(folder, 'minutes.html')
  await writeFile(report, scriptedPdf())
  await writeFile(note, '<h1 id="markup">Minutes</h1><script>document.title = "run"</script>')
  const drawing = join(folder, `${markupName}.svg`)
  await writeFile(
    drawing,
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="document.title = \'run\'"><script>document.title = "run"</script></svg>',
  )
  await dropFile(page, page.getByRole('heading', { level: 1, name: 'Evidence' }), report, note, drawing)
  await page.getByText('3 files kept as evidence.').waitFor()
}

async function lookAtPages(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'access report.pdf' }).click()
  const report = detail(page, 'access report.pdf')
  await report.locator('canvas[data-drawn="1"]').waitFor()
  await report.getByRole('group', { name: 'Pages' }).focus()
  await page.keyboard.press('PageDown')
  await report.locator('canvas[data-drawn="2"]').waitFor()
  await report.getByRole('combobox', { name: 'Draw' }).click()
  await page.getByRole('option', { name: 'Rectangle' }).click()
  await drag(page, report.locator('canvas + svg'))
  await report.getByRole('textbox', { name: 'Words of mark 1' }).fill('The amount')
  await page.keyboard.press('Enter')
  await report.getByRole('button', { name: /move mark 1 with the arrow keys/ }).focus()
  await page.keyboard.press('ArrowDown')
  await report.locator('svg text', { hasText: 'The amount' }).waitFor()
  await look(window, 'evidence-marked')
}

async function drag(page: Page, place: ReturnType<Page['locator']>): Promise<void> {
  await place.scrollIntoViewIfNeeded()
  const box = await place.boundingBox()
  if (box === null) throw new Error('The page is not in sight')
  await page.mouse.move(box.x + box.width * 0.05, box.y + box.height * 0.3)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 4 })
  await page.mouse.up()
}

async function blackOut(window: TestWindow): Promise<void> {
  const { page } = window
  const report = detail(page, 'access report.pdf')
  await report.getByRole('button', { name: 'Black out' }).click()
  await drag(page, report.locator('canvas + svg'))
  await look(window, 'evidence-redacting')
  await report.getByRole('button', { name: 'Keep a redacted copy of page 2' }).click()
  await page.getByText('The original stays as it is.').waitFor()
  await page.getByRole('button', { name: 'access report, page 2, redacted.png' }).click()
  const copy = detail(page, 'access report, page 2, redacted.png')
  await copy.locator('canvas[data-drawn="1"]').waitFor()
  await copy.getByText('redacted', { exact: true }).waitFor()
  const sha256 = createHash('sha256').update(scriptedPdf(), 'latin1').digest('hex')
  await copy.getByText(`which is kept unchanged: SHA-256 ${sha256}`).waitFor()
  const pixel = await copy.locator('canvas').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return null
    const { width, height } = canvas
    return [...(canvas.getContext('2d')?.getImageData(width * 0.3, height * 0.4, 1, 1).data ?? [])]
  })
  expect(pixel).toEqual([0, 0, 0, 255])
  await look(window, 'evidence-redacted')
}

async function sayWhatIsKnown(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await page.getByRole('button', { name: 'access report.pdf' }).click()
  const report = detail(page, 'access report.pdf')
  // What stands below the page moves until it is drawn and its marks are listed.
  await report.locator('canvas[data-drawn="1"]').waitFor()
  await report.getByText('1 mark', { exact: true }).waitFor()
  await report.getByRole('textbox', { name: 'Proves something about' }).fill('2025-01-01')
  await report.getByRole('textbox', { name: 'Made on' }).fill('2026-02-03')
  await report.getByRole('textbox', { name: 'Received on' }).fill('2026-02-04')
  await report.getByRole('textbox', { name: 'Received from' }).fill('Head of IT')
  await report.getByRole('combobox', { name: 'Origin' }).click()
  await page.getByRole('option', { name: 'Given by the client' }).click()
  await report.getByText(/imported \d{4}-\d\d-\d\d \d\d:\d\d by Sample Auditor/).waitFor()
  await report.getByRole('button', { name: 'Save the facts' }).click()
  await report.getByText('outside the period').waitFor()
  const out = join(folder, 'out.pdf')
  await answerSaveDialog(app, out)
  await report.getByRole('button', { name: 'Save the file…' }).click()
  await page.getByText('its SHA-256 is that of the register').waitFor()
  expect(await readFile(out, 'latin1')).toBe(scriptedPdf())
  await page.getByRole('button', { name: 'Verify all files' }).click()
  await page.getByText(/^All \d+ files/).waitFor()
}

async function showsMarkupAsText(window: TestWindow): Promise<void> {
  const { page } = window
  await page.getByRole('button', { name: 'minutes.html' }).click()
  await detail(page, 'minutes.html').getByText('<h1 id="markup">Minutes</h1>').waitFor()
  await page.getByRole('button', { name: `${markupName}.svg` }).click()
  await detail(page, `${markupName}.svg`).waitFor()
  expect(await page.locator('#markup, #name').count()).toBe(0)
  expect(await page.title()).toBe('Tickmark')
  await look(window, 'evidence-markup')
  await page.getByRole('button', { name: 'minutes.html' }).click()
  await detail(page, 'minutes.html').getByText('<h1 id="markup">Minutes</h1>').waitFor()
  await look(window, 'evidence-text')
}

/** Lists are shown as rows, whatever a cell of them begins with; a workbook by its sheets. */
async function showsTables(window: TestWindow): Promise<void> {
  const { page, folder } = window
  await page.getByRole('button', { name: 'changes.csv' }).click()
  await detail(page, 'changes.csv').getByRole('cell', { name: 'CHG-00001', exact: true }).waitFor()
  const file = join(folder, 'accounts.xlsx')
  const rows = [
    ['account', 'role'],
    ['=cmd|x', 'owner'],
  ]
  await writeFile(
    file,
    await writeXlsx({
      sheets: [
        { name: 'Accounts', rows },
        { name: 'Groups', rows: [['group']] },
      ],
    }),
  )
  await dropFile(page, page.getByRole('heading', { level: 1, name: 'Evidence' }), file)
  await page.getByRole('button', { name: 'accounts.xlsx' }).click()
  const workbook = detail(page, 'accounts.xlsx')
  await workbook.getByRole('cell', { name: '=cmd|x' }).waitFor()
  await workbook.getByRole('combobox', { name: 'Sheet' }).click()
  await page.getByRole('option', { name: 'Groups' }).click()
  await workbook.getByRole('cell', { name: '=cmd|x' }).waitFor({ state: 'hidden' })
  await look(window, 'evidence-workbook')
}

/** A picture that is pasted, as the clipboard hands it over, is kept as a PNG that was made while observing, and shown. */
async function pasteScreenshot({ page }: TestWindow): Promise<void> {
  const picture = (await page.screenshot()).toString('base64')
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, picture)
  await page.getByText('The screenshot was kept as evidence.').waitFor()
  await page.getByRole('button', { name: /^screenshot .*\.png$/ }).click()
  const shown = page.getByRole('region', { name: /^screenshot .*\.png$/ })
  await shown.locator('canvas[data-drawn="1"]').waitFor()
  expect(await shown.getByRole('combobox', { name: 'Origin' }).inputValue()).toBe('Made while observing')
}

/** A file that is kept already is said to answer what the client was asked for, and stands at the request. */
async function answersRequest(window: TestWindow): Promise<void> {
  const { page } = window
  await page.keyboard.press('g')
  await page.keyboard.press('q')
  await page.getByRole('heading', { level: 1, name: 'Requests' }).waitFor()
  await page.keyboard.press('n')
  await page.getByLabel('Title').fill('Report of all accounts')
  await page.getByLabel('What we ask for').fill('Please send it as of today.')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: /^REQ-1/ }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.getByRole('button', { name: 'access report.pdf' }).click()
  const report = detail(page, 'access report.pdf')
  await report.getByRole('button', { name: 'Link to another paper…' }).click()
  const dialog = page.getByRole('dialog', { name: 'What else access report.pdf supports' })
  await dialog.getByRole('textbox', { name: 'Find a paper' }).fill('all accounts')
  await dialog.getByRole('button', { name: 'Link to REQ-1, request' }).waitFor()
  await look(window, 'evidence-link')
  await dialog.getByRole('button', { name: 'Link to REQ-1, request' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await report.getByRole('link', { name: /REQ-1/ }).click()
  await page.getByRole('heading', { level: 1, name: /^REQ-1/ }).waitFor()
  await page.getByRole('region', { name: 'Evidence of the request' }).getByText('access report.pdf').waitFor()
}

/** A register of hundreds of files: the last is opened at the end of the list, another is found by its name. */
async function keepMany(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await page.keyboard.press('g')
  await page.keyboard.press('e')
  await page.getByRole('heading', { level: 1, name: 'Evidence' }).waitFor()
  const files = Array.from({ length: 150 }, (_, at) => join(folder, `ticket ${at + 1} of the changes.txt`))
  for (const [at, file] of files.entries()) await writeFile(file, `Change ${at + 1} was approved.`)
  await answerOpenDialog(app, ...files)
  await page.keyboard.press('n')
  await page.getByText('150 files kept as evidence.').waitFor()
  const table = page.getByRole('table', { name: 'Evidence' })
  await expect.poll(async () => Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(150)
  await walkLongList(page, table)
  await look(window, 'evidence-long')
  // They came together, and are in the order of their numbers.
  const last = 'ticket 150 of the changes.txt'
  await table.getByRole('row').last().getByRole('button', { name: last }).click()
  await detail(page, last).waitFor()
  await look(window, 'evidence-long-open')
  await page.getByRole('textbox', { name: 'Search evidence' }).fill('ticket 77 of')
  await table.getByRole('button', { name: 'ticket 77 of the changes.txt' }).waitFor()
  await expect.poll(() => table.getAttribute('aria-rowcount')).toBe('2')
}

async function onACell(window: TestWindow): Promise<void> {
  const { app, page, folder } = window
  await page.keyboard.press('Control+k')
  await page.getByRole('textbox', { name: 'Find', exact: true }).fill('CHG-01 Change approval')
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Procedures' }).getByRole('link').first().click()
  const sheet = page.getByRole('grid', { name: 'Test sheet' })
  await sheet.waitFor()
  const file = join(folder, 'approval.txt')
  await writeFile(file, 'approved')
  await dropFile(page, sheet.getByRole('gridcell', { name: /attribute A: pass/ }).first(), file)
  const pane = page.getByRole('complementary', { name: 'Evidence' })
  const ofResult = pane.getByRole('region', { name: /^Evidence of .*, attribute A$/ })
  const ofItem = pane.getByRole('region', { name: /^Evidence of item / })
  await ofResult.getByRole('button', { name: 'approval.txt' }).waitFor()
  await sheet
    .getByRole('gridcell', { name: /attribute A: pass, 1 file/ })
    .first()
    .waitFor()
  await sheet.focus()
  await page.keyboard.press('ArrowDown')
  await ofResult.getByText('No evidence yet.').waitFor()
  await answerOpenDialog(app, file)
  await ofResult.getByRole('button', { name: 'Add files…' }).click()
  await ofResult.getByText('same file for other items').waitFor()
  await dropFile(page, sheet.getByRole('rowheader').nth(2), file)
  await ofItem.getByRole('button', { name: 'approval.txt' }).waitFor()
  await sheet.getByRole('rowheader', { name: /, 1 file$/ }).waitFor()
  await ofItem.getByRole('button', { name: 'approval.txt' }).click()
  const dialog = page.getByRole('dialog', { name: 'approval.txt' })
  await dialog.getByRole('textbox', { name: 'Proves something about' }).fill('2024-01-01')
  await dialog.getByRole('button', { name: 'Save the facts' }).click()
  await page.keyboard.press('Escape')
  await ofItem.getByText('outside the period').waitFor()
  await look(window, 'evidence-beside-sheet')
  await pane.getByRole('button', { name: 'Close the evidence' }).press('Escape')
  await pane.waitFor({ state: 'hidden' })
}
