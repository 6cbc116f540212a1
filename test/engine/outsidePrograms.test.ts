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
  await engine.call('description.saveSection', {
    engagementId,
    title: 'Services',
    content: {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Sites' }] },
        { type: 'paragraph', content: [{ type: 'text', text: 'Ledgers are kept in Oslo.' }] },
      ],
    },
  })
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
    const written = await textOf('papers.pdf')
    for (const words of ['Lead sheet', 'DEV-1', 'DEV-2', 'CHG-01']) expect(written).toContain(words)
  },
)
