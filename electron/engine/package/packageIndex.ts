import { extname } from 'node:path'
import type { IndexColumns, PackageFinding } from '../../../shared/contract/package.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { guessColumns } from '../../../shared/package/columns.ts'
import type { IndexRow } from '../../../shared/package/compare.ts'
import { csvRows } from '../csv/csvRows.ts'
import { examineCsv } from '../csv/examineCsv.ts'
import type { PackageEntry } from './packageEntry.ts'

/** An index is a list of files; what is longer is a file of data. */
const longestIndex = 8 * 1024 * 1024
const indexEndings = new Set(['.csv', '.tsv'])
const likelyName = /index|manifest|evidence|request|inventory|list/i

export type PackageIndex = { found: NonNullable<PackageFinding['index']>; rows: IndexRow[] }

/** @returns files that may be the index of a package, the likeliest first */
export function indexCandidates(entries: readonly PackageEntry[]): PackageEntry[] {
  const depth = ({ path }: PackageEntry) => path.split('/').length
  const doubt = (entry: PackageEntry) => depth(entry) * 2 - (likelyName.test(entry.path) ? 1 : 0)
  return entries
    .filter(({ path, size }) => indexEndings.has(extname(path).toLowerCase()) && size <= longestIndex)
    .toSorted((one, other) => doubt(one) - doubt(other))
}

/**
 * Reads an index. Without `columns` they are guessed; where no column seems to name files, only the header is known.
 * @throws DomainError `package.no_such_column`, those of {@link examineCsv}
 */
export async function readIndex(
  { path, read }: PackageEntry,
  columns: IndexColumns | undefined,
  signal: AbortSignal,
): Promise<PackageIndex> {
  const file = await examineCsv({ name: path, path: null, read: () => read(signal) }, {}, signal)
  const { header } = file
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
  for await (const slice of csvRows(file, { signal })) {
    for (const { row, cells } of slice) {
      count += 1
      const cell = (place: number) => cells[place]?.trim() ?? ''
      if (cell(fileAt) !== '') rows.push({ row, file: cell(fileAt), request: cell(requestAt), sha256: cell(sumAt) })
    }
  }
  return { found: { path, header, columns: chosen, rows: count }, rows }
}
