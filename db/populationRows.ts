import type { RejectedRow } from '../shared/contract/values.ts'
import type { DuplicateRow, LookAlikes } from '../shared/population/repeatedIds.ts'
import type { Sequence } from '../shared/population/sequenceGaps.ts'
import type { BlockPlace } from './population/rowsFile.ts'
import type { Connection } from './sqlite.ts'

/** A row of the file that was left out, with its cells. */
export type LeftOutRow = RejectedRow & { cells: readonly string[] }

/** What an import knows of its rows. */
export type RowsFound = {
  duplicates: readonly DuplicateRow[]
  /** Rows that share an id, also where `duplicates` lists only some of them. */
  duplicateRows: number
  lookAlikes: readonly LookAlikes[]
  sequences: readonly Sequence[]
  /** Rows by day, as the integer 20251001; 0 for rows without one. */
  days: ReadonlyMap<number, number>
  leftOut: readonly LeftOutRow[]
}

/**
 * What is known of the rows of populations. The rows are bulk: immutable, in a file of their own, and named in the journal by
 * its hash; all of this follows from them and is written once, with the command that makes the population visible.
 */
export class PopulationRows {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  /** Keeps where the blocks are. Call it in the transaction of the import's command, as the next. */
  keepPlaces(populationId: string, places: readonly BlockPlace[]): void {
    this.#insert(
      populationId,
      `INSERT INTO population_block (population_id, number, first_row, last_row, first_day, last_day,
         keys_start, keys_length, cells_start, cells_length) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      places.map((place) => placeColumns.map((column) => place[column])),
    )
  }

  /** Keeps what was found in the rows. */
  keepFound(populationId: string, found: RowsFound): void {
    const insert = (sql: string, rows: Iterable<Row>) => this.#insert(populationId, sql, rows)
    insert('INSERT INTO population_found (population_id, duplicate_rows, look_alikes, sequences) VALUES (?, ?, ?, ?)', [
      [found.duplicateRows, JSON.stringify(found.lookAlikes), JSON.stringify(found.sequences)],
    ])
    insert('INSERT INTO population_day (population_id, day, rows) VALUES (?, ?, ?)', found.days)
    insert(
      'INSERT INTO population_duplicate (population_id, item_id, row, identical) VALUES (?, ?, ?, ?)',
      found.duplicates.map(({ itemId, row, identical }) => [itemId, row, identical ? 1 : 0]),
    )
    insert(
      `INSERT INTO population_rejected (population_id, row, column_name, code, message, cells)
       VALUES (?, ?, ?, ?, ?, ?)`,
      found.leftOut.map(({ row, column, code, message, cells }) => [row, column, code, message, JSON.stringify(cells)]),
    )
  }

  #insert(populationId: string, sql: string, rows: Iterable<Row>): void {
    const statement = this.#connection.prepare(sql)
    for (const row of rows) statement.run(populationId, ...row)
  }
}

/** In the order of the statement that inserts them. */
const placeColumns = [
  'number',
  'firstRow',
  'lastRow',
  'firstDay',
  'lastDay',
  'keysStart',
  'keysLength',
  'cellsStart',
  'cellsLength',
] as const

type Row = readonly (string | number | null)[]
