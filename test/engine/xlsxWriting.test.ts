import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workbookOf } from '../../electron/engine/spreadsheet/workbook.ts'
import { writeXlsx } from '../../electron/engine/spreadsheet/writeXlsx.ts'
import { fileSource } from '../../electron/engine/table/byteSource.ts'
import { examineXlsx, packedXlsxRows } from '../../electron/engine/xlsx/xlsxFile.ts'
import { type FileFolder, openFileFolder } from './csvFile.ts'

let folder: FileFolder
beforeAll(async () => (folder = await openFileFolder()))
afterAll(() => folder.remove())

const write = (rows: readonly (readonly string[])[]) =>
  writeXlsx(join(folder.path, 'items.xlsx'), [{ name: 'Items', header: ['id', 'note'], rows }])

describe('a list written as a workbook', () => {
  it('keeps ids with zeros, formulas and what looks like an escape as text, in both readers', async () => {
    const rows = [
      ['00042', '=1+1'],
      ['_x0041_', 'a\r\nb'],
      ['_X000d_', ' spaces '],
    ]
    await write(rows)
    const file = await examineXlsx(fileSource(join(folder.path, 'items.xlsx')))
    const found: string[][] = []
    for await (const packed of packedXlsxRows(file)) {
      for (let at = 0; at < packed.length; at += 1) found.push(packed.cells(at))
    }
    expect(found).toEqual(rows)
    const { sheets } = await readXlsx(await readFile(join(folder.path, 'items.xlsx')))
    expect(sheets[0]?.rows.slice(1)).toEqual(rows)
  })

  it('is the same when it is large and a thread makes it, which says what cannot be written as well', async () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => [`#${at}`, `note ${at}`])
    await write(rows)
    const alone = await workbookOf([{ name: 'Items', header: ['id', 'note'], rows }])
    const sheetIn = (workbook: Uint8Array) => Buffer.from(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? [])
    const written = sheetIn(await readFile(join(folder.path, 'items.xlsx')))
    expect(written.length).toBeGreaterThan(100_000)
    expect(written.equals(sheetIn(alone))).toBe(true)
    await expect(write([...rows, ['last', 'x'.repeat(32_768)]])).rejects.toMatchObject({
      code: 'xlsx.text_too_long',
      details: { row: 10_003, column: 'B' },
    })
  })

  it('gives back any text that a spreadsheet can hold', async () => {
    const text = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('_', 'x', '0', '4', '1', '\n', '\r', '&', '<', "'"),
          fc.string({ unit: 'grapheme', maxLength: 1 }),
        ),
      })
      .filter((value) => !/[\0\uFFFE\uFFFF]/.test(value))
    const row = fc.tuple(
      text.map((value) => `#${value}`),
      text,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        await write(rows)
        const file = await examineXlsx(fileSource(join(folder.path, 'items.xlsx')))
        for await (const packed of packedXlsxRows(file)) {
          expect(Array.from({ length: packed.length }, (_row, at) => packed.cells(at))).toEqual(rows)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is printed across, its heads on every page, as wide as the page while half of its size is enough for that', async () => {
    const setup = async (text: string) => {
      await write([['1', text]])
      const { sheets } = await readXlsx(await readFile(join(folder.path, 'items.xlsx')))
      return sheets[0]?.pageSetup
    }
    const narrow = await setup('short')
    expect(narrow).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
    expect(narrow).toMatchObject({ printTitlesRow: '$1:$1', printTitlesColumn: '$A:$A' })
    const wide = { name: "Ada's items", header: Array.from({ length: 40 }, (_, at) => `head ${at}`), rows: [] }
    const rows = [wide.header.map(() => 'long '.repeat(20))]
    await writeXlsx(join(folder.path, 'wide.xlsx'), [{ ...wide, rows }])
    const { sheets } = await readXlsx(await readFile(join(folder.path, 'wide.xlsx')))
    expect(sheets[0]?.pageSetup).toMatchObject({ printTitlesRow: '$1:$1', printTitlesColumn: '$A:$A' })
    expect(sheets[0]?.pageSetup?.fitToPage ?? false).toBe(false)
    const workbook = unzipSync(await readFile(join(folder.path, 'wide.xlsx')))['xl/workbook.xml'] ?? new Uint8Array()
    expect(strFromU8(workbook).replaceAll('&apos;', "'")).toContain(`'Ada''s items'!$A:$A,'Ada''s items'!$1:$1<`)
  })

  it('is not written where a text is longer than a cell', async () => {
    await expect(write([['1', 'x'.repeat(32_768)]])).rejects.toMatchObject({
      code: 'xlsx.text_too_long',
      details: { row: 2, column: 'B' },
    })
  })
})
