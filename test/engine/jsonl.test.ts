import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examineJsonl, packedJsonlRows } from '../../electron/engine/jsonl/jsonlFile.ts'
import { fileSource } from '../../electron/engine/table/byteSource.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
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

  it('have numbered columns where they are written, and may begin with a byte order mark', async () => {
    const { header, rows } = await read('\u{FEFF}{"id":"1","2026":"x","__proto__":"y"}\n{"2025":"z"}')
    expect(header).toEqual(['id', '2026', '__proto__', '2025'])
    expect(rows).toEqual([
      ['1', 'x', 'y', ''],
      ['', '', '', 'z'],
    ])
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
    [Buffer.from([0x7b, 0x7d, 0x0a, 0x7b, 0xff, 0x7d]), 'jsonl.not_utf8', { row: 2 }],
    [`{"a":"${'x'.repeat(1_100_000)}`, 'csv.row_too_long', { row: 1 }],
    [`{"a":1}\n{"a":"${'x'.repeat(1_000_000)}"}\n`, 'csv.row_too_long', { row: 2 }],
    [`{"a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`, 'jsonl.malformed', { row: 1 }],
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

  it('end in rows or in a known error, whatever bytes they are', async () => {
    const bytes = fc.array(fc.constantFrom(...Buffer.from('{}[]":,\\n1e-."\n au', 'utf8'), 0, 0xff, 0xc3, 0xa9), {
      maxLength: 40,
    })
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const problem = await read(Uint8Array.from([...Buffer.from('{"a":1}\n'), ...content])).then(
          () => null,
          (error: unknown) => error,
        )
        expect(problem === null || problem instanceof DomainError).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
