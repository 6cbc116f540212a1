import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

/** @returns the text of a file as LibreOffice opens it, laid out as a PDF that is read back by another program */
async function laidOut(name: string): Promise<string> {
  const profile = pathToFileURL(join(engine.folder, 'office')).href
  await run(
    'soffice',
    [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', engine.folder, name],
    { cwd: engine.folder, timeout: 100_000 },
  )
  const pdf = join(engine.folder, name.replace(/\.\w+$/, '.pdf'))
  const { stdout } = await run('pdftotext', ['-raw', pdf, '-'])
  return stdout.replaceAll(/\s+/g, ' ')
}

describe('what outside programs open', () => {
  it(
    'is the report as a document: LibreOffice lays it out, and its pages tell every deviation',
    { timeout: 120_000 },
    async () => {
      const file = join(engine.folder, 'report.docx') as FileRef
      await engine.call('report.export', { engagementId, format: 'docx', file })
      const text = await laidOut('report.docx')
      expect(text).toContain('Ledgers are kept in Oslo.')
      expect(text).toMatch(/2 deviations noted in 2 items tested/)
      for (const ref of ['DEV-1', 'DEV-2']) expect(text).toContain(ref)
      for (const word of conditions.flatMap((condition) => condition.split(' '))) expect(text).toContain(word)
    },
  )

  it('is the workbook of the workpapers: LibreOffice lays out every sheet', { timeout: 120_000 }, async () => {
    const file = join(engine.folder, 'papers.xlsx') as FileRef
    await engine.call('workpapers.export', { engagementId, format: 'xlsx', file })
    const text = await laidOut('papers.xlsx')
    for (const ref of ['Lead sheet', 'DEV-1', 'DEV-2', 'CHG-01']) expect(text).toContain(ref)
  })
})
