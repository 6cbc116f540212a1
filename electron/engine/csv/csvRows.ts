import { createHash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { PackedRows } from '../table/packedRows.ts'
import { utf8Pieces } from './decodeText.ts'
import type { CsvFile } from './examineCsv.ts'
import { sliceRows } from './limits.ts'
import { recordsOf } from './records.ts'

/** A row as it was read: its number as a spreadsheet shows it, and its cells as text. */
export type CsvRow = { row: number; cells: string[] }

export type Reading = {
  signal?: AbortSignal | undefined
  /** Bytes of the file read so far. */
  onProgress?: ((bytes: number) => void) | undefined
}

/**
 * The rows below the header, in slices of at most 5,000, with the number that a spreadsheet shows. Blank lines hold nothing
 * and are left out; they count. How many cells a row has is for the caller to check.
 * @throws DomainError those of {@link recordsOf}; at the end `csv.no_rows`, `blob.changed_while_reading`
 */
export async function* packedCsvRows(file: CsvFile, { signal, onProgress }: Reading = {}): AsyncGenerator<PackedRows> {
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of file.source.read(signal)) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  let found = false
  for await (const records of recordsOf(utf8Pieces(counted(), file), file.delimiter)) {
    const rows = dataRows(records)
    found ||= rows.length > 0
    onProgress?.(bytes)
    for (let start = 0; start < rows.length; start += sliceRows) yield rows.slice(start, sliceRows)
  }
  if (hash.digest('hex') !== file.sha256) throw new DomainError('blob.changed_while_reading', { name: file.name })
  if (!found) throw new DomainError('csv.no_rows')
}

/** @returns the same rows with a text for every cell, for lists that are short @throws as {@link packedCsvRows} */
export async function* csvRows(file: CsvFile, reading: Reading = {}): AsyncGenerator<CsvRow[]> {
  for await (const rows of packedCsvRows(file, reading)) {
    yield Array.from({ length: rows.length }, (_row, at) => ({ row: rows.number(at), cells: rows.cells(at) }))
  }
}

/** @returns the records without the header, which is the first of all, and without blank lines */
function dataRows(records: PackedRows): PackedRows {
  const places = Array.from({ length: records.length }, (_record, at) => at)
  const isHeader = (at: number) => records.number(at) === 1
  const rows = places.filter((at) => !records.isBlank(at) && !isHeader(at))
  return rows.length === records.length ? records : records.pick(rows)
}
