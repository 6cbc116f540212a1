import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { DomainError } from '../../shared/errors/domainError.ts'
import { demoFile } from './demoEngagement.ts'
import { type FileFolder, openFileFolder, readAll } from './csvFile.ts'

let folder: FileFolder
beforeAll(async () => (folder = await openFileFolder()))
afterAll(() => folder.remove())

const delimiter = fc.constantFrom(',', ';', '\t', '|')
const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', '\r', ' ', '=', 'é', '🙂'), maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !text.includes('\0')),
)
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 }))

const encodings = {
  'utf-8': (text: string) => Buffer.from(text, 'utf8'),
  'utf-8 with its mark': (text: string) => Buffer.from(`\u{FEFF}${text}`, 'utf8'),
  'utf-16le': (text: string) => Buffer.from(`\u{FEFF}${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\u{FEFF}${text}`, 'utf16le').swap16(),
}

/** A writer by RFC 4180, apart from the reader: what needs quotes has them, and some others as well. */
function write(rows: readonly string[][], between: string, end: string, quoteAll: boolean): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  const written = (text: string) => (quoteAll || /["\r\n]/.test(text) || text.includes(between) ? quoted(text) : text)
  return rows.map((row) => row.map(written).join(between) + end).join('')
}

it('gives back every cell of every row, whatever delimiter, line end, quotes and encoding', async () => {
  await fc.assert(
    fc.asyncProperty(
      table,
      delimiter,
      lineEnd,
      fc.boolean(),
      fc.constantFrom(...Object.values(encodings)),
      async (rows, between, end, quoteAll, encode) => {
        const header = (rows[0] ?? []).map((_, at) => `column ${at}`)
        const file = await readAll(await folder.write(encode(write([header, ...rows], between, end, quoteAll))))
        expect(file.delimiter).toBe(between)
        expect(file.header).toEqual(header)
        expect(file.rows).toEqual(rows.map((cells, at) => ({ row: at + 2, cells })))
      },
    ),
    { numRuns: 300 },
  )
})

it('never ends in anything but rows or an error of its own, whatever bytes it is given', async () => {
  const bytes = fc.array(
    fc.constantFrom(0, 9, 10, 13, 34, 44, 59, 65, 0x80, 0xc3, 0xa9, 0xff, 0xfe, 0xef, 0xbb, 0xbf),
    { maxLength: 60 },
  )
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const outcome = await readAll(await folder.write(Uint8Array.from(content))).catch((error: unknown) => error)
      const isOwnError = outcome instanceof DomainError && outcome.code.startsWith('csv.')
      const isRead = !(outcome instanceof Error) && (outcome as { bytes: number }).bytes === content.length
      expect(isOwnError || isRead).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('reads the demo changes as awk counts them, with the hash that sha256sum gives', async () => {
  const path = demoFile('changes.csv')
  const file = await readAll(path)
  expect(file.rows).toHaveLength(1402)
  expect(file.bytes).toBe((await readFile(path)).length)
  expect(file.sha256).toBe(execFileSync('sha256sum', [path], { encoding: 'utf8' }).slice(0, 64))
  expect(file.rows.at(-1)).toEqual({
    row: 1403,
    cells: ['CHG-09999', '2026-10-04', 'billing', 'Dana Eriksen', 'Elif Abel', 'normal', 'passed', '2026-10-03'],
  })
})
