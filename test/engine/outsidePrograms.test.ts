import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { at, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

const run = promisify(execFile)

let engine: TestEngine
let engagementId: string

const conditions = ['Approved by its own author', 'Released on 2026-03-01, approved on 2026-03-02 – “too late”']

const sentence = 'Every ledger is kept in two halls, and each hall is guarded by people of another employer. '

/**
 * Parts of the description by title, long enough for the pages to be counted wrong, with signs that not every font has. Around a
 * sign that no font of a machine has, LibreOffice 7.4 leaves headings at the end of a page, away from their text.
 */
const descriptionParts: [title: string, ...texts: string[]][] = [
  [
    'Services',
    'Ledgers are kept in Oslo.',
    ...Array.from({ length: 30 }, (_, place) => sentence.repeat(1 + (place % 5))),
  ],
  [
    'Infrastructure',
    ...Array.from(
      { length: 25 },
      (_, place) => `{{${place}}} → ⚖ ≥ \u{5D0}\u{5D1}: ${sentence.repeat(1 + (place % 3))}`,
    ),
  ],
  ['People', ...Array.from({ length: 40 }, () => sentence)],
  ['Incidents', 'None.'],
]

beforeAll(async () => {
  const { engine: client, sample, ...opened } = await openTesting()
  engine = client
  engagementId = opened.engagementId
  const { controlId, procedureId } = opened
  const results = conditions.map((_condition, place) => ({
    procedureId,
    sampleItemId: at(sample.items, place).sampleItemId,
    attribute: 'A',
    outcome: 'deviation' as const,
  }))
  await engine.call('result.record', { results })
  for (const [place, condition] of conditions.entries()) {
    const { sampleItemId } = at(sample.items, place)
    await engine.call('deviation.save', { controlId, procedureId, sampleItemId, attribute: 'A', condition })
  }
  const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })
  const heading = { type: 'heading' as const, attrs: { level: 2 }, content: [{ type: 'text' as const, text: 'Sites' }] }
  for (const [title, ...texts] of descriptionParts) {
    const content = { type: 'doc' as const, content: [heading, ...texts.map(paragraph)] }
    await engine.call('description.saveSection', { engagementId, title, content })
  }
})
afterAll(() => engine.close())

/** How long LibreOffice may take on a busy machine, in milliseconds. */
const patience = 240_000

/** Has LibreOffice open files and lay them out as PDF; it starts once for all of them. */
async function layOut(...names: string[]): Promise<void> {
  const profile = pathToFileURL(join(engine.folder, 'office')).href
  const words = ['--headless', '--convert-to', 'pdf', '--outdir', engine.folder, ...names]
  await run('soffice', [`-env:UserInstallation=${profile}`, ...words], { cwd: engine.folder, timeout: patience })
}

/** @returns the text of a file that was laid out, read back by another program */
async function textOf(name: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-raw', join(engine.folder, name), '-'])
  return stdout.replaceAll(/\s+/g, ' ')
}

/** @returns the lines of each page of a file that was laid out */
async function pagesOf(name: string): Promise<string[][]> {
  const { stdout } = await run('pdftotext', ['-layout', join(engine.folder, name), '-'])
  return stdout.split('\f').map((page) => page.split('\n').map((line) => line.trim()))
}

/** A line of a table of contents: a title, dots, the number of a page; without one where none was written. */
const contentsLine = /^(.+?)\.{3,}(\d*)$/

/** Every heading that the table of contents names stands on the page that it names. */
async function expectRightPageNumbers(name: string): Promise<void> {
  const pages = await pagesOf(name)
  const listed = pages.flat().flatMap((line) => {
    const [, title, page] = contentsLine.exec(line) ?? []
    return title === undefined ? [] : [{ title, page: Number(page) }]
  })
  for (const [title] of descriptionParts) expect(listed.map((line) => line.title)).toContain(title)
  expect(new Set(listed.map(({ page }) => page)).size, 'pages that are named').toBeGreaterThan(8)
  for (const { title, page } of listed) {
    // A long title goes over to a second line of its page.
    const stands = (line: string) => line.startsWith(title.slice(0, 35)) && !contentsLine.test(line)
    expect(
      pages.flatMap((lines, place) => (lines.some(stands) ? [place + 1] : [])),
      title,
    ).toContain(page)
  }
}

it(
  'LibreOffice opens the report and the workpapers, and their pages tell every deviation',
  { timeout: patience },
  async () => {
    const report = join(engine.folder, 'report.docx') as FileRef
    await engine.call('report.export', { engagementId, format: 'docx', file: report })
    const papers = join(engine.folder, 'papers.xlsx') as FileRef
    await engine.call('workpapers.export', { engagementId, format: 'xlsx', file: papers })
    await layOut('report.docx', 'papers.xlsx')
    const told = await textOf('report.pdf')
    expect(told).toContain('Ledgers are kept in Oslo.')
    expect(told).toContain('2 deviations noted in 2 items tested')
    for (const [place, condition] of conditions.entries()) expect(told).toContain(`DEV-${place + 1}: ${condition}.`)
    await expectRightPageNumbers('report.pdf')
    const written = await textOf('papers.pdf')
    for (const words of ['Lead sheet', 'DEV-1', 'DEV-2', 'CHG-01']) expect(written).toContain(words)
    const lines = (await pagesOf('papers.pdf')).flat()
    const heads = (first: string) => lines.find((line) => line.startsWith(first))
    expect(heads('Criterion'), 'the heads of the coverage stand beside each other on one page').toMatch(
      /Title.*Controls.*Operation$/,
    )
    expect(heads('Deviation '), 'and so do those of the register').toMatch(/Control.*Condition.*Recorded/)
  },
)
