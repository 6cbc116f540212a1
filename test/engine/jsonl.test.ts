import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examineJsonl, packedJsonlRows } from '../../electron/engine/jsonl/jsonlFile.ts'
import { fileSource } from '../../electron/engine/table/byteSource.ts'
import { type FileFolder, openFileFolder } from './csvFile.ts'

let folder: FileFolder
beforeAll(async () => (folder = await openFileFolder()))
afterAll(() => folder.remove())

async function read(content: string | Uint8Array): Promise<{ header: string[]; rows: string[][]; numbers: number[] }> {
  const file = await examineJsonl(fileSource(await folder.write(content, 'list.jsonl')))
  const rows: string[][] = []
  const numbers: number[] = []
  for await (const packed of packedJsonlRows(file)) {
    for (let at = 0; at < packed.length; at += 1) {
      rows.push(packed.cells(at))
      numbers.push(packed.number(at))
    }
  }
  return { header: file.header, rows, numbers }
}

describe('JSON lines', () => {
  it('have the keys of all lines as columns, in the order of their first line', async () => {
    const content = '{"id":"1","day":"2026-01-01"}\n\n{"note":null,"id":"2"}\r\n'
    expect(await read(content)).toEqual({
      header: ['id', 'day', 'note'],
      rows: [
        ['1', '2026-01-01', ''],
        ['2', '', ''],
      ],
      numbers: [1, 3],
    })
  })

  it('keep numbers as they are written, and nested values as JSON', async () => {
    const { rows } = await read('{"id":12345678901234567890,"amount":1.50,"on":true,"tags":["a",{"n":1.0}]}')
    expect(rows).toEqual([['12345678901234567890', '1.50', 'true', '["a",{"n":1.0}]']])
  })

  it.each([
    ['{"id":1}\n{"id":', 'jsonl.malformed', { row: 2 }],
    ['{"id":1}\n[1]', 'jsonl.not_an_object', { row: 2 }],
    ['42', 'jsonl.not_an_object', { row: 1 }],
    ['{"id":1,"x":{"id":2},"id":3}', 'jsonl.duplicate_key', { row: 1, key: 'id' }],
    [String.raw`{"id":"a\u0000b"}`, 'table.nul_character', { row: 1 }],
    ['', 'csv.empty', {}],
    ['{}', 'csv.no_rows', {}],
    [Buffer.from([0x7b, 0xff, 0x7d]), 'csv.not_text', {}],
    [`{"a":"${'x'.repeat(1_100_000)}`, 'csv.row_too_long', { row: 1 }],
  ])('are refused with the line: %#', async (content, code, details) => {
    await expect(read(content)).rejects.toMatchObject({ code, details })
  })

  it('come back as they were written', async () => {
    const value = fc.oneof(
      fc.string().filter((text) => !text.includes('\0')),
      fc.boolean(),
      fc.integer(),
    )
    const row = fc.record({ id: value, note: value })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (values) => {
        const { rows } = await read(values.map((one) => JSON.stringify(one)).join('\n'))
        expect(rows).toEqual(values.map(({ id, note }) => [String(id), String(note)]))
      }),
      { numRuns: 60 },
    )
  })
})
