import type { Statement } from 'better-sqlite3'
import type { RejectedRow } from '../shared/contract/values.ts'
import type { DuplicateRow, LookAlikes } from '../shared/population/repeatedIds.ts'
import type { Sequence } from '../shared/population/sequenceGaps.ts'
import { columnIntegers, type StoredBlock } from './population/rowBlock.ts'
import type { Connection } from './sqlite.ts'

/** A row of the file that was left out, with its cells. */
export type LeftOutRow = RejectedRow & { cells: readonly string[] }

/** What an import knows of its rows when all are stored. */
export type RowsSummary = {
  rows: number
  duplicates: readonly DuplicateRow[]
  /** Rows that share an id, also where `duplicates` lists only some of them. */
  duplicateRows: number
  lookAlikes: readonly LookAlikes[]
  sequences: readonly Sequence[]
  /** Rows by day, as the integer 20251001. */
  days: ReadonlyMap<number, number>
  leftOut: readonly LeftOutRow[]
}

/**
 * Rows of populations. They are bulk: immutable, and named in the journal by their hash. An import writes them in slices
 * under a population that nobody can see yet; its last step, a command, makes it visible, and what no command named is
 * swept away. So an auditor can go on working while a million rows arrive, and a cancelled import leaves nothing.
 */
export class PopulationRows {
  readonly #connection: Connection
  readonly #insertBlock: Statement

  constructor(connection: Connection) {
    this.#connection = connection
    this.#insertBlock = connection.prepare(
      `INSERT INTO population_block
         (rows_key, number, first_row, first_day, last_day, rows, days, item_ids, strata, amounts, cells)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
  }

  /** @returns the key under which a population's rows are written */
  begin(populationId: string): number {
    return Number(
      this.#connection.prepare('INSERT INTO population_rows (population_id) VALUES (?)').run(populationId)
        .lastInsertRowid,
    )
  }

  /** Writes blocks as one transaction. */
  add(key: number, blocks: readonly StoredBlock[]): void {
    this.#connection.transaction(() => {
      for (const { number, rows, days, itemIds, strata, amounts, cells } of blocks) {
        const { first, last } = extent(days)
        this.#insertBlock.run(
          key,
          number,
          rows.readInt32LE(0),
          first,
          last,
          rows,
          days,
          itemIds,
          strata,
          amounts,
          cells,
        )
      }
    })()
  }

  /** Keeps what was found in the rows, after the last of them. */
  summarise(key: number, summary: RowsSummary): void {
    this.#connection.transaction(() => {
      this.#connection
        .prepare(
          'UPDATE population_rows SET rows = ?, duplicate_rows = ?, look_alikes = ?, sequences = ? WHERE key = ?',
        )
        .run(
          summary.rows,
          summary.duplicateRows,
          JSON.stringify(summary.lookAlikes),
          JSON.stringify(summary.sequences),
          key,
        )
      const day = this.#connection.prepare('INSERT INTO population_day (rows_key, day, rows) VALUES (?, ?, ?)')
      for (const [integer, rows] of summary.days) day.run(key, integer, rows)
      const duplicate = this.#connection.prepare(
        'INSERT INTO population_duplicate (rows_key, item_id, row, identical) VALUES (?, ?, ?, ?)',
      )
      for (const { itemId, row, identical } of summary.duplicates) duplicate.run(key, itemId, row, identical ? 1 : 0)
      const rejected = this.#connection.prepare(
        'INSERT INTO population_rejected (rows_key, row, column_name, code, message, cells) VALUES (?, ?, ?, ?, ?, ?)',
      )
      for (const { row, column, code, message, cells } of summary.leftOut) {
        rejected.run(key, row, column, code, message, JSON.stringify(cells))
      }
    })()
  }

  /** Removes the rows of an import that did not come to its end. */
  discard(key: number): void {
    this.#connection.transaction(() => {
      for (const table of tables) this.#connection.prepare(`DELETE FROM ${table} WHERE rows_key = ?`).run(key)
      this.#connection.prepare('DELETE FROM population_rows WHERE key = ?').run(key)
    })()
  }

  /** Removes rows that no population names: an import was cut off. */
  sweep(): void {
    const orphans = this.#connection
      .prepare<[], { key: number }>(
        'SELECT key FROM population_rows WHERE population_id NOT IN (SELECT id FROM population)',
      )
      .all()
    for (const { key } of orphans) this.discard(key)
  }
}

const tables = ['population_block', 'population_day', 'population_duplicate', 'population_rejected'] as const

/** @returns the first and the last day of a block; `null` without any */
function extent(days: Buffer | null): { first: number | null; last: number | null } {
  const known = days === null ? [] : [...columnIntegers(days)].filter((day) => day !== 0)
  if (known.length === 0) return { first: null, last: null }
  return { first: known.reduce((a, b) => Math.min(a, b)), last: known.reduce((a, b) => Math.max(a, b)) }
}
