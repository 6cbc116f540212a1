import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWordDocument } from '../../electron/engine/docx/readDocument.ts'
import { RichText } from '../../shared/contract/richText.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { zip } from '../fixtures/spreadsheet/workbook.ts'

let folder: string
let good: Buffer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-docx-'))
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  good = await Packer.toBuffer(
    new Document({
      sections: [
        {
          children: [
            new Paragraph({ text: 'Services', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({ text: 'Ledgers', bullet: { level: 0 } }),
            new Table({ rows: [new TableRow({ children: [cell('Site'), cell('Oslo')] })] }),
          ],
        },
      ],
    }),
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Reads bytes as a document. @returns `read` where a rich text of ours came back, or else the code of the refusal */
async function outcomeOf(bytes: Uint8Array): Promise<string> {
  const file = join(folder, 'hostile.docx')
  await writeFile(file, bytes)
  try {
    const { blocks } = await readWordDocument(file, new AbortController().signal)
    expect(RichText.safeParse({ type: 'doc', content: blocks }).success).toBe(true)
    return 'read'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code
  }
}

const withBody = (body: string) => {
  const parts = Object.entries(unzipSync(good)).map(([name, part]) => ({ name, content: Buffer.from(part) }))
  return zip(parts.map((part) => (part.name === 'word/document.xml' ? { ...part, content: body } : part)))
}
const bodyOf = () => strFromU8(unzipSync(good)['word/document.xml'] ?? new Uint8Array())

describe('a Word document of a stranger', () => {
  it('that is no document at all is refused, whatever its bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await outcomeOf(bytes)).toMatch(/^(docx|file)\./)
      }),
      { numRuns: 60 },
    )
  })

  it('with damaged bytes is read or refused, and nothing else', async () => {
    const place = fc.nat().map((at) => at % good.length)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Buffer.from(good)
        for (const [at, value] of changes) bytes[at] = value
        expect(await outcomeOf(bytes)).toMatch(/^(read$|docx|file)/)
      }),
      { numRuns: 80 },
    )
  })

  it('with markup that was cut, doubled or moved is read or refused, and nothing else', async () => {
    const tags = bodyOf().split(/(?=<)/)
    const order = fc.array(fc.nat(tags.length - 1), { maxLength: 120 })
    await fc.assert(
      fc.asyncProperty(order, async (places) => {
        const body = places.map((at) => tags[at] ?? '').join('')
        expect(await outcomeOf(withBody(body))).toMatch(/^(read$|docx)/)
      }),
      { numRuns: 80 },
    )
  })

  it('that nests tables and lists ten thousand deep is read or refused without running out of stack', async () => {
    const start = bodyOf().slice(0, bodyOf().indexOf('<w:body>'))
    const nested = '<w:tbl><w:tr><w:tc>'.repeat(10_000) + '</w:tc></w:tr></w:tbl>'.repeat(10_000)
    expect(await outcomeOf(withBody(`${start}<w:body>${nested}</w:body></w:document>`))).toMatch(/^(read$|docx)/)
  })

  it('that unpacks to more than it says, or to more than any text has, is refused', async () => {
    const body = `<w:document><w:body>${' '.repeat(70 * 1024 * 1024)}</w:body></w:document>`
    expect(await outcomeOf(withBody(body))).toBe('docx.too_large')
    const parts = [{ name: 'word/document.xml', content: body, says: { size: 100 } }]
    expect(await outcomeOf(zip(parts))).toMatch(/^docx\./)
  })

  it('that declares entities of its own is refused', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${bodyOf().replace('Ledgers', '&b;')}`
    expect(await outcomeOf(withBody(bomb))).toBe('docx.hostile')
  })
})
