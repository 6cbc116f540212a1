import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterEach, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { tokenOf } from '../../shared/record/token.ts'
import { usualSettings } from '../../shared/report/settings.ts'
import { at, openTesting } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

const hostile = `<img src=x onerror=alert(1)>]]>{{7*7}}{{report}}`

/** Five changes tested on three attributes: one approved by its own author, which a deviation describes. */
async function tested() {
  const opened = await openTesting()
  engine = opened.engine
  const { engine: client, engagementId, controlId, procedureId, sample } = opened
  const { items, procedure } = await client.call('result.sheet', { procedureId })
  await client.call('result.record', {
    results: items.flatMap(({ sampleItemId }, place) =>
      procedure.attributes.map(({ letter }) => ({
        procedureId,
        sampleItemId,
        attribute: letter,
        outcome: place === 0 && letter === 'A' ? ('deviation' as const) : ('pass' as const),
      })),
    ),
  })
  const described = {
    controlId,
    procedureId,
    sampleItemId: at(sample.items, 0).sampleItemId,
    attribute: 'A',
    condition: `One change was approved by its author, against ${tokenOf({ kind: 'control', id: controlId })}, ${hostile}`,
    managementResponse: 'We have trained the team.',
  }
  const describeIt = (condition = described.condition) => client.call('deviation.save', { ...described, condition })
  const problems = async () => (await client.call('report.check', { engagementId })).problems
  const write = async (format: 'docx' | 'html' | 'xlsx', name = `report.${format}`, templateId?: string) => {
    const file = join(client.folder, name) as FileRef
    const which = templateId === undefined ? {} : { templateId }
    return {
      ...(await client.call('report.export', { engagementId, format, file, ...which })),
      bytes: await readFile(file),
    }
  }
  return { client, engagementId, describeIt, problems, write }
}

/** The text of a part of a DOCX or XLSX, its markup read as a program would. */
function partText(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name]
  return part === undefined ? '' : plain(strFromU8(part))
}

const plain = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

describe('a report', () => {
  it('tells the same in every file: the deviation literally, the number tested and the number found', async () => {
    const { describeIt, write } = await tested()
    await describeIt()
    const docx = partText((await write('docx')).bytes, 'word/document.xml')
    const html = plain((await write('html')).bytes.toString())
    const xlsx = Object.keys(unzipSync((await write('xlsx')).bytes)).filter((name) => name.endsWith('.xml'))
    const sheets = (await write('xlsx')).bytes
    for (const text of [docx, html, xlsx.map((name) => partText(sheets, name)).join('\n')]) {
      expect(text).toContain('A second person')
      expect(text).toContain('Approved by a second person: 1 deviation noted in 5 items tested.')
      expect(text).toContain(`DEV-1: One change was approved by its author, against CHG-01, ${hostile}.`)
      expect(text).toContain('We have trained the team.')
    }
  })

  it('holds words without an end, signs from right to left and characters that no file may have, and stays readable', async () => {
    const { describeIt, write, problems } = await tested()
    const endless = 'W'.repeat(5000)
    await expect(describeIt('Half \u{D800} a character')).rejects.toMatchObject({ code: 'call.invalid_params' })
    await describeIt(`Asked\u{1}\u{8} by \u{202E}\u{5D0}\u{5D1}, ${endless}`)
    const said = `Asked\u{FFFD}\u{FFFD} by \u{202E}\u{5D0}\u{5D1}, ${endless}.`
    expect(partText((await write('docx')).bytes, 'word/document.xml')).toContain(`DEV-1: ${said}`)
    expect(plain((await write('html')).bytes.toString())).toContain(`DEV-1: ${said}`)
    const { bytes } = await write('xlsx')
    const cells = Object.keys(unzipSync(bytes)).map((name) => partText(bytes, name))
    expect(cells.join('\n')).toContain(`\u{202E}\u{5D0}\u{5D1}, ${endless}.`)
    expect((await problems()).map(({ code }) => code)).not.toContain('deviation_not_in_report')
  })

  it('agrees with its papers once the failed cell is described, and not before', async () => {
    const { describeIt, problems } = await tested()
    const about = async () => (await problems()).map(({ code }) => code).filter((code) => code.startsWith('deviation'))
    expect(await about()).toEqual(['deviation_not_described'])
    await describeIt()
    expect(await about()).toEqual([])
    expect(await problems()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'letter', text: "Management's assertion was not received yet." }),
        expect.objectContaining({ code: 'draft_text', section: 'description' }),
      ]),
    )
  })

  it('as a document has headings, a table of contents, repeated table heads, and names no computer', async () => {
    const { client, write } = await tested()
    await client.call('report.saveSettings', {
      settings: {
        ...usualSettings,
        sectionOrder: [...usualSettings.sectionOrder],
        firmName: 'Cole & Partners',
        author: 'A. Cole',
      },
    })
    const first = await write('docx')
    const parts = unzipSync(first.bytes)
    const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(body).toMatch(/<w:pStyle w:val="Heading1"\/>/)
    expect(body).toContain('TOC ')
    expect(body).toContain('<w:tblHeader/>')
    expect(body).not.toContain('{{client}}')
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array())
    expect(core).toContain('<dc:creator>A. Cole</dc:creator>')
    const all = Object.values(parts).map((part) => strFromU8(part))
    expect(all.join('')).not.toContain(client.folder)
    expect((await write('docx', 'again.docx')).sha256).toBe(first.sha256)
  })

  it("stands against last year's in the same store, word by word", async () => {
    const { client, engagementId, describeIt } = await tested()
    await describeIt()
    const { engagementId: lastYear } = await client.call('engagement.create', {
      client: 'Meridian Ledger',
      reportType: 'type2',
      period: { start: '2024-10-01', end: '2025-09-30' },
      categories: ['security', 'availability'],
    })
    const { sections } = await client.call('report.difference', { engagementId, against: { engagementId: lastYear } })
    const pieces = sections.flatMap(({ passages }) => passages.flat())
    const said = (kind: string) => pieces.filter((piece) => piece.kind === kind).map(({ text }) => text)
    expect(said('added').join('')).toContain(`DEV-1: One change was approved by its author, against CHG-01, ${hostile}`)
    expect(said('removed')).toEqual(expect.arrayContaining(['2024', '2025']))
  })

  it('is recorded with its SHA-256 and the head of the papers, and stands against any report that was exported', async () => {
    const { client, engagementId, describeIt, write } = await tested()
    const docx = await write('docx')
    client.clock.set('2026-10-20T10:00:00Z')
    const html = await write('html')
    client.clock.set('2026-10-20T11:00:00Z')
    const differences = async (against: ParamsOf<'report.difference'>['against']) =>
      (await client.call('report.difference', { engagementId, against })).sections.flatMap(({ passages }) => passages)
    const files = [docx, html].map(({ file }) => ({ file: file as FileRef }))
    for (const against of [...files, { exportId: docx.exportId }]) expect(await differences(against)).toEqual([])
    await describeIt()
    for (const against of [...files, { exportId: docx.exportId }]) {
      const added = (await differences(against)).flat().filter(({ kind }) => kind === 'added')
      expect(added.map(({ text }) => text).join('')).toContain(
        `DEV-1: One change was approved by its author, against CHG-01, ${hostile}`,
      )
    }
    await write('xlsx')
    const { exports } = await client.call('report.exports', { engagementId })
    expect(exports.map(({ fileName, isCurrent, by }) => [fileName, isCurrent, by])).toEqual([
      ['report.xlsx', true, 'Ada Cole'],
      ['report.html', false, 'Ada Cole'],
      ['report.docx', false, 'Ada Cole'],
    ])
    expect(exports[2]?.sha256).toBe(createHash('sha256').update(docx.bytes).digest('hex'))
    const { heads } = await client.call('journal.list', { engagementId })
    expect(exports[0]?.heads).toMatchObject(heads.map(({ hash }) => ({ hash })))
  })

  it('cannot be held against a file whose text cannot be read back', async () => {
    const { client, engagementId } = await tested()
    const file = join(client.folder, 'last.pdf') as FileRef
    await writeFile(file, '%PDF-1.7')
    const page = join(client.folder, 'other.html') as FileRef
    await writeFile(page, '<h1>News</h1><p>Nothing of a report.')
    for (const against of [{ file }, { file: page }]) {
      await expect(client.call('report.difference', { engagementId, against })).rejects.toMatchObject({
        code: 'report.not_readable',
      })
    }
  })

  it('refuses to be a PDF without the window', async () => {
    const { client, engagementId } = await tested()
    const file = join(client.folder, 'r.pdf') as FileRef
    await expect(client.call('report.export', { engagementId, format: 'pdf', file })).rejects.toMatchObject({
      code: 'report.pdf_needs_window',
    })
  })
})

describe("the firm's choices", () => {
  it('are saved version by version, and once where nothing differs', async () => {
    const { client, problems } = await tested()
    const settings = {
      ...usualSettings,
      sectionOrder: [...usualSettings.sectionOrder],
      firmName: 'Cole',
      firmPlace: 'Boston',
    }
    const drafts = async () => (await problems()).filter(({ text }) => text.includes('of the firm'))
    expect(await drafts()).toHaveLength(2)
    expect(await client.call('report.saveSettings', { settings })).toEqual({ version: 1, saved: true })
    expect(await client.call('report.saveSettings', { settings })).toEqual({ version: 1, saved: false })
    expect(await drafts()).toEqual([])
    await client.call('report.saveSettings', {
      settings: { ...settings, deviationWord: 'exception' },
      note: 'as agreed',
    })
    const { versions } = await client.call('report.settings', {})
    expect(versions.map(({ version, note, savedBy }) => [version, note, savedBy])).toEqual([
      [2, 'as agreed', 'Ada Cole'],
      [1, '', 'Ada Cole'],
    ])
  })
})

describe('a template of the firm', () => {
  const templateOf = async (...lines: string[]) =>
    Packer.toBuffer(
      new Document({ creator: 'jdoe on PC-7', sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
    )

  async function uploading() {
    const opened = await tested()
    const { client } = opened
    const add = async (bytes: Uint8Array, name = 'letterhead.docx') => {
      const file = join(client.folder, name) as FileRef
      await writeFile(file, bytes)
      return client.call('report.addTemplate', { file })
    }
    return { ...opened, add }
  }

  it('is kept version by version, and is what a report is written on', async () => {
    const { client, add, write, describeIt } = await uploading()
    await describeIt()
    const bytes = await templateOf('Letterhead of {{firm}}', '{{client}}', '{{report}}')
    const { templateId } = await add(bytes)
    expect(await add(bytes)).toMatchObject({ version: 2, fields: ['firm', 'client', 'report'] })
    const written = (await write('docx', 'own.docx', templateId)).bytes
    expect(partText(written, 'word/document.xml')).toContain('Letterhead of ')
    expect(partText(written, 'word/document.xml')).toContain(hostile)
    expect(strFromU8(unzipSync(written)['docProps/core.xml'] ?? new Uint8Array())).not.toContain('jdoe')
    await client.call('report.retireTemplate', { templateId, retired: true })
    expect((await client.call('report.templates', {})).templates).toMatchObject([
      { name: 'letterhead', version: 2, retired: false },
      { name: 'letterhead', version: 1, retired: true },
    ])
  })

  it('begins as the one that ships', async () => {
    const { client, add } = await uploading()
    const file = join(client.folder, 'shipped.docx') as FileRef
    await client.call('report.saveTemplate', { file })
    expect((await add(await readFile(file), 'own.docx')).fields).toEqual(expect.arrayContaining(['contents', 'report']))
  })

  it('is refused with unknown or lacking fields, macros, things fetched from elsewhere, or when it is none', async () => {
    const { client, add } = await uploading()
    const good = await templateOf('{{report}}')
    const withPart = (name: string, content: string) => zipSync({ ...unzipSync(good), [name]: strToU8(content) })
    const outside = `<Relationships><Relationship Id="r" Type="http://example/relationships/image" Target="http://example/x.png" TargetMode="External"/></Relationships>`
    const refused: [Uint8Array, string][] = [
      [await templateOf('{{report}}', '{{colour}}'), 'report.template_unknown_fields'],
      [await templateOf('{{tests}}'), 'report.template_missing_fields'],
      [withPart('word/vbaProject.bin', 'x'), 'report.template_has_macros'],
      [withPart('word/_rels/header9.xml.rels', outside), 'report.template_reaches_out'],
      [withPart('word/extra.xml', '<!DOCTYPE x><x/>'), 'report.template_not_a_document'],
      [zipSync({ 'a.txt': strToU8('x') }), 'report.template_not_a_document'],
      [strToU8('not a zip file'), 'report.template_not_a_document'],
      [good.subarray(0, good.length - 40), 'report.template_not_a_document'],
      [withPart('word/bomb.xml', ' '.repeat(30_000_000)), 'report.template_too_large'],
    ]
    for (const [bytes, code] of refused) await expect(add(bytes)).rejects.toMatchObject({ code })
    expect((await client.call('report.templates', {})).templates).toEqual([])
  })
})
