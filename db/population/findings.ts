import type { Decision } from '../../shared/population/settlement.ts'
import type { Reader } from '../reader.ts'
import { rowsKey } from './rowsKey.ts'

const decisions = `LEFT JOIN settlement ON settlement.population_id = @populationId AND settlement.row = found.row
  AND settlement.deleted = 0`

/** A row that shares its item id with others. */
export type DuplicateRow = { itemId: string; row: number; identical: number; decision: Decision }

/** @returns the rows of ids that occur more than once, by id and row, at most `limit` */
export function duplicateRows(reader: Reader, populationId: string, limit: number): DuplicateRow[] {
  return reader.all<DuplicateRow>(
    `SELECT found.item_id AS itemId, found.row AS row, found.identical AS identical, settlement.decision AS decision
     FROM population_duplicate AS found ${decisions}
     WHERE found.rows_key = ${rowsKey} ORDER BY found.item_id, found.row LIMIT @limit`,
    { populationId, limit },
  )
}

/** @returns the rows, at most 100, that can be drawn of one item id that has more than one of them; none where all are settled */
export function unsettledDuplicates(reader: Reader, populationId: string): { itemId: string; row: number }[] {
  return reader.all(
    `SELECT found.item_id AS itemId, found.row AS row FROM population_duplicate AS found ${decisions}
     WHERE found.rows_key = ${rowsKey} AND settlement.decision IS NOT 'exclude' AND found.item_id =
       (SELECT found.item_id FROM population_duplicate AS found ${decisions}
        WHERE found.rows_key = ${rowsKey} AND settlement.decision IS NOT 'exclude'
        GROUP BY found.item_id HAVING count(*) > 1 ORDER BY min(found.row) LIMIT 1)
     ORDER BY found.row LIMIT 100`,
    { populationId },
  )
}

/** A row by its day. */
export type DatedRow = { row: number; itemId: string; date: string; decision: Decision }

/** Days that rows may have; a bound that is `null` is none. */
export type DayRange = { before: string | null; after: string | null }

const rowsWhere = (days: string) =>
  `SELECT row, item_id, occurred_on FROM population_row WHERE rows_key = ${rowsKey} AND occurred_on ${days}`

/** Two ranges of the index by day; with OR between them, SQLite reads every row. */
const outside = `(${rowsWhere('< @before')} UNION ALL ${rowsWhere('> @after')})`

/** @returns the rows before `before` or after `after`, in file order; where `limit` cuts them, those not decided on stay */
export function rowsOutside(
  reader: Reader,
  populationId: string,
  { before, after }: DayRange,
  limit: number,
): DatedRow[] {
  return reader.all<DatedRow>(
    `SELECT * FROM (
       SELECT found.row AS row, found.item_id AS itemId, found.occurred_on AS date, settlement.decision AS decision
       FROM ${outside} AS found ${decisions}
       ORDER BY settlement.decision IS NOT NULL, found.row LIMIT @limit) ORDER BY row`,
    { populationId, before, after, limit },
  )
}

/** @returns how many rows outside those days nobody decided on, and the first of them */
export function unsettledOutside(
  reader: Reader,
  populationId: string,
  { before, after }: DayRange,
): { count: number; row: number | null } {
  const found = reader.one<{ count: number; row: number | null }>(
    `SELECT count(*) AS count, min(found.row) AS row FROM ${outside} AS found ${decisions}
     WHERE settlement.decision IS NULL`,
    { populationId, before, after },
  )
  return found ?? { count: 0, row: null }
}
