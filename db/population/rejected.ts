import type { LeftOutRow } from '../populationRows.ts'
import type { Reader } from '../reader.ts'

/** @returns the rows of the file that an import left out, by row */
export function rejectedRows(reader: Reader, populationId: string): (LeftOutRow & { cells: string[] })[] {
  return reader
    .all<Omit<LeftOutRow, 'cells'> & { cells: string }>(
      `SELECT row, column_name AS "column", code, message, cells FROM population_rejected
       WHERE population_id = @populationId ORDER BY row`,
      { populationId },
    )
    .map((row) => ({ ...row, cells: JSON.parse(row.cells) as string[] }))
}
