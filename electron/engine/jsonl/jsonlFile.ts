import { createHash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { checkHeader } from '../csv/columns.ts'
import type { Reading } from '../csv/csvRows.ts'
import { longestRowBytes, mostColumns, sliceRows } from '../csv/limits.ts'
import type { ByteSource } from '../table/byteSource.ts'
import { type PackedRows, packRows } from '../table/packedRows.ts'
import { readObject } from './readObject.ts'

/** JSON lines, as they are going to be read: every line an object, its keys the columns. */
export type JsonlFile = {
  format: 'jsonl'
  source: ByteSource
  name: string
  bytes: number
  /** SHA-256 of the bytes, as `sha256sum` gives it. */
  sha256: string
  /** All keys of all lines, in the order in which they first occur. */
  header: string[]
}

/**
 * Reads JSON lines to their end, for their hash and their keys.
 * @throws DomainError `csv.empty`, `csv.not_text`, `csv.no_rows`, `csv.too_many_columns`, `csv.row_too_long`,
 *   `jsonl.malformed`, `jsonl.not_an_object`, `jsonl.duplicate_key`
 */
export async function examineJsonl(source: ByteSource, signal?: AbortSignal): Promise<JsonlFile> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of source.read(signal)) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  const header = new Set<string>()
  for await (const { row, text } of lines(counted())) {
    for (const key of readObject(text, row).keys()) header.add(key)
    if (header.size > mostColumns)
      throw new DomainError('csv.too_many_columns', { found: header.size, limit: mostColumns })
  }
  if (bytes === 0) throw new DomainError('csv.empty')
  if (header.size === 0) throw new DomainError('csv.no_rows')
  checkHeader([...header])
  return { format: 'jsonl', source, name: source.name, bytes, sha256: hash.digest('hex'), header: [...header] }
}

/**
 * The lines as rows, packed, in slices of at most 5,000; the first line is row 1. A key that a line lacks is an empty cell.
 * @throws DomainError as {@link examineJsonl}; at the end `blob.changed_while_reading`
 */
export async function* packedJsonlRows(
  file: JsonlFile,
  { signal, onProgress }: Reading = {},
): AsyncGenerator<PackedRows> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of file.source.read(signal)) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  let slice: { row: number; cells: string[] }[] = []
  for await (const { row, text } of lines(counted())) {
    const values = readObject(text, row)
    const unknown = [...values.keys()].some((key) => !file.header.includes(key))
    if (unknown) throw new DomainError('blob.changed_while_reading', { name: file.name })
    slice.push({ row, cells: file.header.map((key) => values.get(key) ?? '') })
    if (slice.length < sliceRows) continue
    onProgress?.(bytes)
    yield packRows(slice)
    slice = []
  }
  if (slice.length > 0) yield packRows(slice)
  if (hash.digest('hex') !== file.sha256) throw new DomainError('blob.changed_while_reading', { name: file.name })
}

/** Lines that hold anything, with their number from 1. @throws DomainError `csv.not_text`, `csv.row_too_long` */
async function* lines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<{ row: number; text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let row = 0
  let offset = 0
  const decode = (piece?: Uint8Array) => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch {
      throw new DomainError('csv.not_text', { byte: piece?.[0] ?? 0, offset })
    }
  }
  function* split(text: string, isLast: boolean): Generator<{ row: number; text: string }> {
    const found = (rest + text).split('\n')
    rest = isLast ? '' : (found.pop() ?? '')
    for (const line of found) {
      row += 1
      if (line.trim() !== '') yield { row, text: line }
    }
    if (rest.length > longestRowBytes)
      throw new DomainError('csv.row_too_long', { row: row + 1, limit: longestRowBytes })
  }
  for await (const piece of pieces) {
    yield* split(decode(piece), false)
    offset += piece.length
  }
  yield* split(decode(), true)
}
