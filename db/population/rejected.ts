import type { LeftOutRow } from '../populationRows.ts'
import type { Reader } from '../reader.ts'
import { rowsKey } from './rowsKey.ts'

/** @returns the rows of the file that an import left out, by row */
export function rejectedRows(reader: Reader, populationId: string): (LeftOutRow & { cells: string[] })[] {
  return reader
    .all<Omit<LeftOutRow, 'cells'> & { cells: string }>(
      `SELECT row, column_name AS "column", code, message, cells FROM population_rejected
       WHERE rows_key = ${rowsKey} ORDER BY row`,
      { populationId },
    )
    .map((row) => ({ ...row, cells: JSON.parse(row.cells) as string[] }))
}
