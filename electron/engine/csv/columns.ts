import { DomainError } from '../../../shared/errors/domainError.ts'
import { mostColumns } from './limits.ts'

/**
 * Checks a header. Columns without a name may stand beside each other; nothing can be taken from them.
 * @throws DomainError `csv.too_many_columns`, `csv.duplicate_column`
 */
export function checkHeader(header: readonly string[]): void {
  if (header.length > mostColumns) {
    throw new DomainError('csv.too_many_columns', { found: header.length, limit: mostColumns })
  }
  const seen = new Map<string, number>()
  for (const [at, column] of header.entries()) {
    const before = seen.get(column)
    if (before !== undefined && column !== '') {
      throw new DomainError('csv.duplicate_column', { column, places: [columnLetters(before), columnLetters(at)] })
    }
    seen.set(column, at)
  }
}

/** @returns the place of a column from 0 @throws DomainError `csv.column_missing` */
export function columnIndex(header: readonly string[], column: string): number {
  const at = column === '' ? -1 : header.indexOf(column)
  if (at < 0) throw new DomainError('csv.column_missing', { column, header: header.join(', '), columns: header })
  return at
}

/** @returns the name that a spreadsheet gives to a column: 0 → A, 25 → Z, 26 → AA */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter
}
