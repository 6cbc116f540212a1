import type { CsvPreview } from '../../../shared/contract/csv.ts'
import { csvRows } from './csvRows.ts'
import type { CsvFile } from './examineCsv.ts'

const shownRows = 20

/** @returns how a file is read, without the rows */
export function describeCsv(file: CsvFile): Omit<CsvPreview, 'rows'> {
  const { name, bytes, encoding, byteOrderMark, delimiter, header } = file
  return { name, bytes, encoding, byteOrderMark, delimiter, header }
}

/** @returns how a file is read, and its first rows @throws DomainError as {@link csvRows} as far as it reads */
export async function previewCsv(file: CsvFile, signal?: AbortSignal): Promise<CsvPreview> {
  for await (const slice of csvRows(file, { signal })) return { ...describeCsv(file), rows: firstCells(slice) }
  return { ...describeCsv(file), rows: [] }
}

/** @returns the cells of the rows that a preview shows */
export function firstCells(rows: readonly { cells: string[] }[]): string[][] {
  return rows.slice(0, shownRows).map(({ cells }) => cells)
}
