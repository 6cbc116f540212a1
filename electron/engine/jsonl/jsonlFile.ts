import { createHash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { checkHeader } from '../csv/columns.ts'
import type { Reading } from '../csv/csvRows.ts'
import { mostColumns, sliceRows } from '../csv/limits.ts'
import type { ByteSource } from '../table/byteSource.ts'
import { type PackedRows, packRows } from '../table/packedRows.ts'
import { linesOf } from './linesOf.ts'
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
 * @throws DomainError `csv.empty`, `csv.no_rows`, `csv.too_many_columns`, those of {@link linesOf} and {@link readObject}
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
  for await (const { row, text } of linesOf(counted())) {
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
  const known = new Set(file.header)
  let slice: { row: number; cells: string[] }[] = []
  for await (const { row, text } of linesOf(counted())) {
    const values = readObject(text, row)
    if (values.keys().some((key) => !known.has(key)))
      throw new DomainError('blob.changed_while_reading', { name: file.name })
    slice.push({ row, cells: file.header.map((key) => values.get(key) ?? '') })
    if (slice.length < sliceRows) continue
    onProgress?.(bytes)
    yield packRows(slice)
    slice = []
  }
  if (slice.length > 0) yield packRows(slice)
  if (hash.digest('hex') !== file.sha256) throw new DomainError('blob.changed_while_reading', { name: file.name })
}
