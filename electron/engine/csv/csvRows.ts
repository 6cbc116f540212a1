import { createHash } from 'node:crypto'
import { openRegularFile, readPieces } from '../../../db/disk/regularFile.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { utf8Pieces } from './decodeText.ts'
import type { CsvFile } from './examineCsv.ts'
import { sliceRows } from './limits.ts'
import { recordsOf } from './records.ts'

/** A row as it was read: its number as a spreadsheet shows it, and its cells as text. */
export type CsvRow = { row: number; cells: string[] }

type Reading = {
  signal?: AbortSignal | undefined
  /** Bytes of the file read so far. */
  onProgress?: ((bytes: number) => void) | undefined
}

/**
 * The rows below the header, in slices of at most 5,000, with the number that a spreadsheet shows. Blank lines hold nothing
 * and are left out; they count. How many cells a row has is for the caller to check.
 * @throws DomainError those of {@link recordsOf}; at the end `csv.no_rows`, `blob.changed_while_reading`
 */
export async function* csvRows(file: CsvFile, { signal, onProgress }: Reading = {}): AsyncGenerator<CsvRow[]> {
  const handle = await openRegularFile(file.path)
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of readPieces(handle, file.path, { signal })) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  try {
    let row = 0
    let found = false
    for await (const records of recordsOf(utf8Pieces(counted(), file), file.delimiter)) {
      const rows = numbered(records, row)
      row += records.length
      found ||= rows.length > 0
      onProgress?.(bytes)
      for (let start = 0; start < rows.length; start += sliceRows) yield rows.slice(start, start + sliceRows)
    }
    if (hash.digest('hex') !== file.sha256) throw new DomainError('blob.changed_while_reading', { name: file.name })
    if (!found) throw new DomainError('csv.no_rows')
  } finally {
    await handle.close()
  }
}

/** @param before records before these; the first of all is the header */
function numbered(records: readonly string[][], before: number): CsvRow[] {
  return records
    .map((cells, at) => ({ row: before + at + 1, cells }))
    .filter(({ row, cells }) => row > 1 && !(cells.length === 1 && cells[0] === ''))
}
