import { utimes, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileSource } from '../../electron/engine/table/byteSource.ts'
import { examineXlsx, packedXlsxRows } from '../../electron/engine/xlsx/xlsxFile.ts'
import { XmlReader } from '../../electron/engine/xlsx/xmlReader.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { workbookMembers, type WorkbookParts, zip } from '../fixtures/spreadsheet/workbook.ts'
import { type FileFolder, openFileFolder } from './csvFile.ts'

let folder: FileFolder
beforeAll(async () => (folder = await openFileFolder()))
afterAll(() => folder.remove())

async function readBytes(content: Uint8Array): Promise<{ row: number; cells: string[] }[]> {
  const file = await examineXlsx(fileSource(await folder.write(content, 'list.xlsx')))
  const rows: { row: number; cells: string[] }[] = []
  for await (const packed of packedXlsxRows(file)) {
    for (let at = 0; at < packed.length; at += 1) rows.push({ row: packed.number(at), cells: packed.cells(at) })
  }
  return rows
}

const read = (parts: WorkbookParts) => readBytes(zip(workbookMembers(parts)))

const text = (reference: string, content: string) => `<c r="${reference}" t="inlineStr"><is><t>${content}</t></is></c>`
const head = `<row r="1">${text('A1', 'id')}${text('B1', 'note')}</row>`
/** The row below the header, which has a cell B2. */
const cell = (b2: string): WorkbookParts => ({ rows: `${head}<row r="2">${text('A2', 'x')}${b2}</row>` })
const b2 = async (markup: string) => (await read(cell(markup)))[0]?.cells[1]

/** Noise, so that a part cannot be told from an honest one by how well it packs. */
const noise = (length: number) => {
  let state = 1
  return Array.from({ length }, () => String.fromCharCode(97 + ((state = (state * 48_271) % 0x7fff_ffff) % 26))).join(
    '',
  )
}

describe('a sheet of another program', () => {
  it('has its last row once, though a button stands beside it', async () => {
    const anchor =
      '<controls><anchor><from><xdr:row>1</xdr:row></from><to><xdr:row>2</xdr:row></to></anchor></controls>'
    const data = `<sheetData>${head}<row r="2">${text('A2', 'x')}</row></sheetData>`
    const sheet = `<worksheet>${data}${anchor}</worksheet>`
    expect(await read({ rows: '', sheet })).toEqual([{ row: 2, cells: ['x', ''] }])
  })

  // openpyxl, which computes nothing, writes an empty value beside a formula.
  it.each(['<c r="B2"><f>1+1</f><v></v></c>', '<c r="B2"><f>1+1</f><v/></c>', '<c r="B2" t="str"><f>A2</f></c>'])(
    'has a formula whose value is not known: %s',
    async (markup) => {
      const problem = { code: 'xlsx.no_cached_value', details: { row: 2, column: 'B' } }
      await expect(b2(markup)).rejects.toMatchObject(problem)
    },
  )

  it('has a formula whose value is an empty text', async () => {
    expect(await b2('<c r="B2" t="str"><f>""</f><v></v></c>')).toBe('')
  })

  it.each([
    ['<c r="B2" t="b"><v>true</v></c>', 'TRUE'],
    ['<c r="B2" t="b"><v>0</v></c>', 'FALSE'],
    ['<c r="B2" t="d"><v>2026-04-02T00:00:00.000</v></c>', '2026-04-02'],
    ['<c r="B2" t="d"><v>2026-04-02T13:05:00Z</v></c>', '2026-04-02 13:05:00'],
    ['<c r="B2" t="s"><v></v></c>', ''],
    ['<c note=" r=\'A1\' &gt;>" xmlns:r="u" r = "B2"><v>5</v></c>', '5'],
    [text('B2', 'one\r\ntwo&#13;&#x1F642;'), 'one\ntwo\r🙂'],
    [text('B2', 'a<!-- > <c> -->b<![CDATA[<&]]>'), 'ab<&'],
  ])('has the cell %s', async (markup, found) => {
    expect(await b2(markup)).toBe(found)
  })
})

it('a condition that shows numbers as days makes no day of a number', async () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.00"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs>
    <dxfs><dxf><numFmt numFmtId="170" formatCode="yyyy-mm-dd"/></dxf></dxfs></styleSheet>`
  expect(await read({ ...cell('<c r="B2" s="0"><v>46114</v></c>'), styles })).toEqual([
    { row: 2, cells: ['x', '46114'] },
  ])
})

describe('a workbook made to do harm', () => {
  it.each([
    ['a tag full of brackets', `<c r="${'>'.repeat(300_000)}"/>`],
    ['a tag that never ends', `<c r="${'>'.repeat(300_000)}`],
    ['elements in elements', '<a b="1">'.repeat(200)],
    ['an entity named as a property of objects', text('B2', '&constructor;')],
    ['half a surrogate', text('B2', '&#xD800;')],
    ['an entity without an end', text('B2', 'a &amp b')],
    ['an attribute without quotes', '<c r=B2><v>1</v></c>'],
  ])('is damaged: %s', async (_what, markup) => {
    await expect(b2(markup)).rejects.toMatchObject({ code: 'xlsx.damaged' })
  })

  it('has a text of many runs that is longer than a row may be', async () => {
    const runs = `<r><t>${noise(600_000)}</t></r>`.repeat(2)
    const inline = `<c r="B2" t="inlineStr"><is>${runs}</is></c>`
    await expect(b2(inline)).rejects.toMatchObject({ code: 'csv.row_too_long', details: { row: 2 } })
    const shared = `<si>${runs}</si>`
    await expect(read({ ...cell(''), shared })).rejects.toMatchObject({ code: 'xlsx.damaged' })
  })

  it('has more shared texts than fit into memory', async () => {
    const filler = `<!--${noise(100_000)}-->`
    const shared = filler + '<si/>'.repeat(10_000_001)
    await expect(read({ ...cell(''), shared })).rejects.toMatchObject({ code: 'xlsx.too_large' })
  })

  it('has more styles than fit into memory', async () => {
    const styles = `<styleSheet><!--${noise(200_000)}--><cellXfs>${'<xf/>'.repeat(14_000_000)}</cellXfs></styleSheet>`
    await expect(read({ ...cell(''), styles })).rejects.toMatchObject({ code: 'xlsx.too_large' })
  })

  it('holds more than its directory says', async () => {
    const members = workbookMembers(cell(''))
    const lying = members.map((one) => (one.name.includes('sheet1') ? { ...one, says: { size: 20 } } : one))
    await expect(readBytes(zip(lying))).rejects.toMatchObject({ code: 'xlsx.damaged' })
  })

  it('has parts outside of it', async () => {
    const members = [...workbookMembers(cell('')), { name: '../../evil', content: 'x' }]
    await expect(readBytes(zip(members))).rejects.toMatchObject({ code: 'xlsx.not_a_workbook' })
  })

  it('is a binary workbook', async () => {
    const members = workbookMembers(cell('')).map(({ name, content }) =>
      name === '_rels/.rels'
        ? { name, content: String(content).replace('workbook.xml', 'workbook.bin') }
        : { name: name.replace(/workbook\.xml$/, 'workbook.bin'), content },
    )
    await expect(readBytes(zip(members))).rejects.toMatchObject({ code: 'xlsx.not_a_workbook' })
  })
})

it('a sheet whose XML was changed anywhere is read or named as what it is', async () => {
  const sheet = `<worksheet><sheetData>${head}<row r="2">${text('A2', 'x')}<c r="B2" t="s"><v>0</v></c></row></sheetData></worksheet>`
  const change = fc.tuple(
    fc.nat(sheet.length - 1),
    fc.constantFrom('<', '>', '/', '"', '0', '9', 'r', 'c', ' ', '&', '\0', '', 'Z'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const changed = changes.reduce((xml, [at, sign]) => xml.slice(0, at) + sign + xml.slice(at + 1), sheet)
      const problem = await read({ rows: '', sheet: changed, shared: '<si><t>s</t></si>' }).then(
        () => null,
        (error: unknown) => error,
      )
      expect(problem === null || problem instanceof DomainError).toBe(true)
    }),
    { numRuns: 400 },
  )
})

it('a workbook that was saved again since it was examined is not read under the hash of the old one', async () => {
  const path = await folder.write(zip(workbookMembers(cell(text('B2', 'one')))), 'saved.xlsx')
  await utimes(path, 1_700_000_000, 1_700_000_000)
  const file = await examineXlsx(fileSource(path))
  await writeFile(path, zip(workbookMembers(cell(text('B2', 'two')))))
  const reading = async () => {
    for await (const rows of packedXlsxRows(file)) expect(rows.length).toBe(1)
  }
  await expect(reading()).rejects.toMatchObject({ code: 'blob.changed_while_reading' })
})

it('reading a workbook stops when it is cancelled', async () => {
  const path = await folder.write(zip(workbookMembers(cell(''))), 'cancelled.xlsx')
  await expect(examineXlsx(fileSource(path), undefined, AbortSignal.abort())).rejects.toMatchObject({
    name: 'AbortError',
  })
  const file = await examineXlsx(fileSource(path))
  await expect(packedXlsxRows(file, { signal: AbortSignal.abort() }).next()).rejects.toMatchObject({
    name: 'AbortError',
  })
})

describe('the reader of XML', () => {
  const told = (pieces: readonly string[]) => {
    const seen: string[] = []
    const reader = new XmlReader({
      open: (name, tag) => seen.push(`<${name} ${tag.length}`),
      close: (name) => seen.push(`/${name}`),
      text: (found) => seen.push(found),
    })
    try {
      for (const piece of pieces) reader.read(piece)
      reader.end()
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      seen.push(error.code)
    }
    return seen
  }
  const sound = `<?xml version="1.0"?><a x=">'"><b:c/><!-- <d> --> &lt;<![CDATA[<&]]>e&#65;</a >`

  it('tells the same, wherever the text is cut', () => {
    const whole = told([sound])
    for (let first = 1; first < sound.length; first += 1) {
      for (let second = first; second < sound.length; second += 7) {
        expect(told([sound.slice(0, first), sound.slice(first, second), sound.slice(second)])).toEqual(whole)
      }
    }
  })

  it('ends in a known error, whatever stands in the text', () => {
    const markup = fc.string({
      unit: fc.constantFrom('<', '>', '/', '!', '-', '[', ']', '"', "'", '=', ' ', 'a', ':', '&', ';', '?'),
    })
    fc.assert(
      fc.property(markup, (noiseOfMarkup) => {
        expect(() => told([noiseOfMarkup])).not.toThrow()
      }),
      { numRuns: 2000 },
    )
  })
})
