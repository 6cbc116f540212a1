import path from 'node:path'
import type { SheetFormat } from '../../../shared/contract/sheet.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import type { TextSheet } from './workbook.ts'
import { writeXlsx } from './writeXlsx.ts'

/** A column of a list: its heading, and the text of its cell in a row. */
export type Column<T> = { head: string; cell: (row: T) => string }

/** @returns the rows as a sheet of texts */
export function sheetOf<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): TextSheet {
  return {
    name,
    header: columns.map(({ head }) => head),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  }
}

/**
 * Writes sheets as a workbook, or the first of them as CSV, which has only one.
 * @param format without it, the ending of the file's name decides
 * @returns SHA-256 and length of the file
 * @throws DomainError those of {@link writeCsv} and {@link writeXlsx}
 */
export function writeSheets(
  file: string,
  format: SheetFormat | undefined,
  sheets: readonly [TextSheet, ...TextSheet[]],
  signal: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const isCsv = format === 'csv' || (format === undefined && path.extname(file).toLowerCase() === '.csv')
  return isCsv ? writeCsv(file, sheets[0], signal) : writeXlsx(file, sheets, signal)
}
