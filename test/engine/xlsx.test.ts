import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileSource } from '../../electron/engine/table/byteSource.ts'
import { examineXlsx, packedXlsxRows, type XlsxFile } from '../../electron/engine/xlsx/xlsxFile.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { workbookMembers, type WorkbookParts, zip } from '../fixtures/spreadsheet/workbook.ts'
import { type FileFolder, openFileFolder } from './csvFile.ts'

let folder: FileFolder
beforeAll(async () => (folder = await openFileFolder()))
afterAll(() => folder.remove())

type Read = XlsxFile & { rows: { row: number; cells: string[] }[] }

async function readBytes(content: Uint8Array | string, sheet?: string): Promise<Read> {
  const file = await examineXlsx(fileSource(await folder.write(content, 'list.xlsx')), sheet)
  const rows: { row: number; cells: string[] }[] = []
  for await (const packed of packedXlsxRows(file)) {
    for (let at = 0; at < packed.length; at += 1) rows.push({ row: packed.number(at), cells: packed.cells(at) })
  }
  return { ...file, rows }
}

const read = (parts: WorkbookParts, sheet?: string) => readBytes(zip(workbookMembers(parts)), sheet)
/** The cells of the row below a header of three columns. */
const cells = async (row: string, parts: Partial<WorkbookParts> = {}) =>
  (await read({ rows: `${head}<row r="2">${row}</row>`, ...parts })).rows[0]?.cells

const text = (reference: string, content: string) => `<c r="${reference}" t="inlineStr"><is><t>${content}</t></is></c>`
const head = `<row r="1">${text('A1', 'id')}${text('B1', 'day')}${text('C1', 'note')}</row>`
const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`

describe('a workbook', () => {
  it('keeps texts as they are: zeros, spaces, mark-up, runs without their phonetic hints', async () => {
    const shared =
      '<si><t xml:space="preserve"> 007 </t></si><si><r><t>a&amp;</t></r><r><t>&lt;b&gt;</t></r><rPh><t>x</t></rPh></si>'
    const row = `<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c>${text('C2', 'two_x000A_lines')}`
    expect(await cells(row, { shared })).toEqual([' 007 ', 'a&<b>', 'two\nlines'])
  })

  it('gives formulas by the value that was stored, and runs nothing', async () => {
    const row = `<c r="A2" t="str"><f>CONCAT("x")</f><v>x</v></c><c r="B2"><f>1+1</f><v>2</v></c><c r="C2" t="e"><v>#N/A</v></c>`
    expect(await cells(row)).toEqual(['x', '2', '#N/A'])
    await expect(cells('<c r="B2"><f>1+1</f></c>')).rejects.toMatchObject({
      code: 'xlsx.no_cached_value',
      details: { row: 2, column: 'B' },
    })
  })

  it('gives days of both date systems, and numbers without an exponent', async () => {
    const row =
      '<c r="A2" s="1"><v>45931</v></c><c r="B2" s="2"><v>46114.545138888892</v></c><c r="C2"><v>1.5E3</v></c>'
    expect(await cells(row, { styles })).toEqual(['2025-10-01', '2026-04-02 13:05:00', '1500'])
    const macintosh = await cells('<c r="A2" s="1"><v>44469</v></c>', { styles, is1904: true })
    expect(macintosh).toEqual(['2025-10-01', '', ''])
  })

  it('counts rows as the spreadsheet shows them, and fills what a row lacks', async () => {
    const rows = `<row r="3">${text('A3', 'id')}${text('C3', 'note')}</row><row r="4"/><row r="9">${text('A9', '1')}</row>`
    expect(await read({ rows })).toMatchObject({
      headerRow: 3,
      header: ['id', '', 'note'],
      rows: [{ row: 9, cells: ['1', '', ''] }],
    })
  })

  it('names its sheets, hidden ones too, and reads the first that is seen or the one that is named', async () => {
    const sheets = [['Secret', 'hidden']] as const
    const file = await read({ rows: `${head}<row r="2">${text('A2', 'x')}</row>`, sheets: [...sheets] })
    expect(file).toMatchObject({ sheets: ['Secret', 'Data'], hiddenSheets: ['Secret'], sheet: 'Data' })
    const params = { rows: head, sheets: [...sheets] }
    await expect(read(params, 'Secret')).rejects.toMatchObject({ code: 'csv.no_rows' })
    await expect(read(params, 'Nowhere')).rejects.toMatchObject({
      code: 'xlsx.no_sheet',
      details: { sheet: 'Nowhere', sheets: 'Secret, Data' },
    })
  })

  it('may be written in UTF-16, with prefixes and single quotes', async () => {
    const sheet = `<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>id</x:t></x:is></x:c></x:row><x:row><x:c t='str'><x:v>é</x:v></x:c></x:row></x:sheetData></x:worksheet>`
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sheet, 'utf16le')])
    expect((await read({ rows: '', sheet: utf16 })).rows).toEqual([{ row: 2, cells: ['é'] }])
  })

  it('of another program reads as that program wrote it', async () => {
    const cell = fc.oneof(
      fc
        .string({ unit: 'grapheme', maxLength: 12 })
        .filter((value) => !/[\p{Cc}\uFFFE\uFFFF]|_x/u.test(value) && value.trim() !== ''),
      fc.stringMatching(/^0\d{1,5}$/),
    )
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [['a', 'b', 'c'], ...rows] }] })
        const second = (await readXlsx(bytes)).sheets[0]?.rows.slice(1)
        const found = (await readBytes(bytes)).rows.map((row) => row.cells)
        expect(found).toEqual(rows)
        expect(second).toEqual(rows)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a file that is no such workbook', () => {
  const members = workbookMembers({ rows: head })
  const declaring = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;">]><worksheet><sheetData/></worksheet>'
  it.each<[string, string, Uint8Array | string]>([
    ['a text', 'xlsx.not_a_workbook', 'id,day\n1,2\n'],
    ['another archive', 'xlsx.not_a_workbook', zip([{ name: 'readme.txt', content: 'hello' }])],
    ['an encrypted or old one', 'xlsx.protected', Buffer.from('d0cf11e0a1b11ae1ffff', 'hex')],
    ['one that was cut', 'xlsx.not_a_workbook', zip(members).subarray(0, -30)],
    ['one that declares entities', 'xlsx.declares_entities', zip(workbookMembers({ rows: '', sheet: declaring }))],
    [
      'one with an entity that XML does not have',
      'xlsx.damaged',
      zip(workbookMembers({ rows: `<row>${text('A1', '&boom;')}</row>` })),
    ],
    ['one whose elements are not nested', 'xlsx.damaged', zip(workbookMembers({ rows: '<row><c></row></c>' }))],
    [
      'one that ends in the middle',
      'xlsx.damaged',
      zip(workbookMembers({ rows: '', sheet: '<worksheet><sheetData><row>' })),
    ],
    ['one with rows out of order', 'xlsx.damaged', zip(workbookMembers({ rows: '<row r="5"/><row r="4"/>' }))],
    [
      'one with cells out of order',
      'xlsx.damaged',
      zip(workbookMembers({ rows: `<row r="1">${text('B1', 'x')}${text('A1', 'y')}</row>` })),
    ],
    [
      'one with a cell outside any sheet',
      'xlsx.damaged',
      zip(workbookMembers({ rows: `<row r="1">${text('XFE1', 'x')}</row>` })),
    ],
    [
      'one with a text that is not there',
      'xlsx.damaged',
      zip(workbookMembers({ rows: '<row r="1"><c r="A1" t="s"><v>9</v></c></row>' })),
    ],
    ['one with a part twice', 'xlsx.damaged', zip([...members, { name: 'XL/workbook.xml', content: '' }])],
    ['one whose part says another size', 'xlsx.damaged', zip(members.map((one) => ({ ...one, says: { size: 5 } })))],
    ['one whose part has another checksum', 'xlsx.damaged', zip(members.map((one) => ({ ...one, says: { crc: 1 } })))],
    [
      'one that unpacks to much more',
      'xlsx.too_large',
      zip([...members, { name: 'xl/big', content: Buffer.alloc(20 * 1024 * 1024) }]),
    ],
    [
      'one with a column beyond the limit',
      'csv.too_many_columns',
      zip(workbookMembers({ rows: `<row r="1">${text('A1', 'id')}${text('CXY1', 'x')}</row>` })),
    ],
  ])('is named: %s', async (_what, code, content) => {
    await expect(readBytes(content)).rejects.toMatchObject({ code })
  })

  it('ends in a known error or in rows, whatever bytes are changed', async () => {
    const sound = zip(
      workbookMembers({ rows: `${head}<row r="2">${text('A2', 'x')}</row>`, styles, shared: '<si><t>s</t></si>' }),
    )
    const change = fc.tuple(fc.nat(sound.length - 1), fc.nat(255))
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Buffer.from(sound)
        for (const [at, byte] of changes) bytes[at] = byte
        const problem = await readBytes(bytes).then(
          () => null,
          (error: unknown) => error,
        )
        expect(problem === null || problem instanceof DomainError).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('is random bytes', async () => {
    await expect(readBytes(randomBytes(4096))).rejects.toBeInstanceOf(DomainError)
  })
})
