import { extname } from 'node:path'
import type { IndexColumns, PackageFinding } from '../../../shared/contract/package.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { guessColumns } from '../../../shared/package/columns.ts'
import type { IndexRow } from '../../../shared/package/compare.ts'
import { csvRows } from '../csv/csvRows.ts'
import { examineCsv } from '../csv/examineCsv.ts'
import { firstXlsxRows } from '../xlsx/xlsxFile.ts'
import type { PackageEntry } from './packageEntry.ts'

/** An index is a list of files; what is longer is a file of data. */
const longestIndex = 8 * 1024 * 1024
const workbookEnding = '.xlsx'
const indexEndings = new Set(['.csv', '.tsv', workbookEnding])
/** Rows of a workbook above which it is no list of the files of a package. */
const mostWorkbookRows = 50_000
const likelyName = /index|manifest|evidence|request|inventory|list/i

export type PackageIndex = { found: NonNullable<PackageFinding['index']>; rows: IndexRow[] }

/** @returns files that may be the index of a package, the likeliest first */
export function indexCandidates(entries: readonly PackageEntry[]): PackageEntry[] {
  const depth = ({ path }: PackageEntry) => path.split('/').length
  // A workbook is more often evidence than a list of it.
  const doubt = (entry: PackageEntry) =>
    depth(entry) * 4 - (likelyName.test(entry.path) ? 2 : 0) + (isWorkbook(entry) ? 1 : 0)
  return entries
    .filter(({ path, size }) => indexEndings.has(extname(path).toLowerCase()) && size <= longestIndex)
    .toSorted((one, other) => doubt(one) - doubt(other))
}

export function isWorkbook({ path }: PackageEntry): boolean {
  return extname(path).toLowerCase() === workbookEnding
}

type Table = { header: string[]; rows: AsyncIterable<{ row: number; cells: string[] }[]> }

/**
 * Reads an index, as text or as a workbook. Without `columns` they are guessed; where no column seems to name files, only the
 * header is known.
 * @throws DomainError `package.no_such_column`, those of {@link examineCsv} and {@link firstXlsxRows}
 */
export async function readIndex(
  entry: PackageEntry,
  columns: IndexColumns | undefined,
  signal: AbortSignal,
): Promise<PackageIndex> {
  const { header, rows: slices } = await (isWorkbook(entry) ? workbookTable(entry, signal) : textTable(entry, signal))
  const chosen = columns ?? guessColumns(header)
  const at = (column: string | null) => {
    if (column === null) return -1
    const place = header.indexOf(column)
    if (place === -1) throw new DomainError('package.no_such_column', { column })
    return place
  }
  const rows: IndexRow[] = []
  let count = 0
  const [fileAt, requestAt, sumAt] = [at(chosen?.file ?? null), at(chosen?.request ?? null), at(chosen?.sha256 ?? null)]
  for await (const slice of slices) {
    for (const { row, cells } of slice) {
      count += 1
      const cell = (place: number) => cells[place]?.trim() ?? ''
      if (cell(fileAt) !== '') rows.push({ row, file: cell(fileAt), request: cell(requestAt), sha256: cell(sumAt) })
    }
  }
  return { found: { path: entry.path, header, columns: chosen, rows: count }, rows }
}

async function textTable({ path, read }: PackageEntry, signal: AbortSignal): Promise<Table> {
  const file = await examineCsv({ name: path, path: null, read: () => read(signal) }, {}, signal)
  return { header: file.header, rows: csvRows(file, { signal }) }
}

async function workbookTable({ path, read }: PackageEntry, signal: AbortSignal): Promise<Table> {
  const pieces: Uint8Array[] = []
  for await (const piece of read(signal)) pieces.push(piece)
  const found = await firstXlsxRows(path, Buffer.concat(pieces), {
    wanted: undefined,
    most: mostWorkbookRows + 1,
    signal,
  })
  const [header = [], ...cells] = found.rows
  if (cells.length >= mostWorkbookRows)
    throw new DomainError('package.too_large', {
      what: 'rows of the index',
      found: cells.length,
      limit: mostWorkbookRows,
    })
  async function* rows(): AsyncGenerator<{ row: number; cells: string[] }[]> {
    yield cells.map((row, place) => ({ row: found.numbers[place + 1] ?? 0, cells: row }))
  }
  return { header, rows: rows() }
}
