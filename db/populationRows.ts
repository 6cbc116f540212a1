import type { Statement } from 'better-sqlite3'
import type { PopulationRow } from '../shared/population/rowLine.ts'
import type { Connection } from './sqlite.ts'

/**
 * Rows of populations. They are bulk: immutable, and named in the journal by their hash. An import writes them in slices
 * under a population that nobody can see yet; its last step, a command, makes it visible, and what no command named is
 * swept away. So an auditor can go on working while a million rows arrive, and a cancelled import leaves nothing.
 */
export class PopulationRows {
  readonly #connection: Connection
  readonly #insertRow: Statement

  constructor(connection: Connection) {
    this.#connection = connection
    this.#insertRow = connection.prepare(
      'INSERT INTO population_row (rows_key, row, item_id, occurred_on, stratum, amount, cells) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
  }

  /** @returns the key under which a population's rows are written */
  begin(populationId: string): number {
    return Number(
      this.#connection.prepare('INSERT INTO population_rows (population_id) VALUES (?)').run(populationId)
        .lastInsertRowid,
    )
  }

  /** Writes a slice of rows as one transaction. */
  add(key: number, rows: readonly PopulationRow[]): void {
    this.#connection.transaction(() => {
      for (const { row, itemId, occurredOn, stratum, amount, cells } of rows) {
        this.#insertRow.run(key, row, itemId, occurredOn, stratum, amount, JSON.stringify(cells))
      }
    })()
  }

  /** Counts the rows by month and finds the ids that occur more than once, after the last slice. */
  summarise(key: number): void {
    this.#connection.transaction(() => {
      this.#connection
        .prepare(
          `INSERT INTO population_month (rows_key, month, count)
           SELECT rows_key, substr(occurred_on, 1, 7), count(*) FROM population_row
           WHERE rows_key = ? AND occurred_on IS NOT NULL GROUP BY 1, 2`,
        )
        .run(key)
      this.#connection
        .prepare(
          `INSERT INTO population_duplicate (rows_key, item_id, row, identical)
           SELECT one.rows_key, one.item_id, one.row, shared.identical
           FROM (SELECT item_id, min(cells) = max(cells) AS identical FROM population_row
                 WHERE rows_key = @key AND item_id IN
                   (SELECT item_id FROM population_row WHERE rows_key = @key GROUP BY item_id HAVING count(*) > 1)
                 GROUP BY item_id) AS shared
             JOIN population_row AS one ON one.rows_key = @key AND one.item_id = shared.item_id`,
        )
        .run({ key })
    })()
  }

  /** Removes the rows of an import that did not come to its end. */
  discard(key: number): void {
    this.#connection.transaction(() => {
      for (const table of ['population_row', 'population_month', 'population_duplicate']) {
        this.#connection.prepare(`DELETE FROM ${table} WHERE rows_key = ?`).run(key)
      }
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
