import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordsOf } from '../../electron/engine/csv/records.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/** Reads a text in pieces of so many bytes. */
async function read(text: string, pieceBytes: number, delimiter = ','): Promise<string[][]> {
  const bytes = Buffer.from(text, 'utf8')
  async function* pieces() {
    for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes)
  }
  const records: string[][] = []
  for await (const rows of recordsOf(pieces(), delimiter)) {
    for (let at = 0; at < rows.length; at += 1) records.push(rows.cells(at))
  }
  return records
}

/** What csv-parse makes of it, and `null` where it refuses. */
function byCsvParse(text: string): string[][] | null {
  try {
    const options = { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] }
    return parse(text, options)
  } catch {
    return null
  }
}

describe('delimited text', () => {
  it('is read as csv-parse reads it, and refused where that refuses, whatever the pieces', async () => {
    const text = fc.array(fc.constantFrom('a', 'é', '"', '"', ',', ',', '\n', '\r', '\r\n', ' ', '""'), {
      maxLength: 24,
    })
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 7 }), async (parts, pieceBytes) => {
        const joined = parts.join('')
        const expected = byCsvParse(joined)
        const found = await read(joined, pieceBytes).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error
          return null
        })
        expect(found).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('comes back as it was written', async () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, pieceBytes) => {
        const quoted = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(';'))
        expect(await read(`${quoted.join('\r\n')}\r\n`, pieceBytes, ';')).toEqual(rows)
      }),
      { numRuns: 300 },
    )
  })
})
