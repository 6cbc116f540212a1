import { createHash } from 'node:crypto'
import type { Decision } from '../shared/population/settlement.ts'
import { rowsKey } from './population/rowsKey.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

/** SQL: the rows of `@populationId` that the auditor excluded. */
const excludedRows = `(SELECT row FROM settlement
  WHERE population_id = @populationId AND decision = 'exclude' AND deleted = 0)`

/** The item ids that can be drawn: how many, and SHA-256 of them in file order, each followed by a line feed. */
export type DrawableIds = { count: number; sha256: string }

const drawableSql = `SELECT item_id AS itemId FROM population_row
  WHERE rows_key = ${rowsKey} AND row NOT IN ${excludedRows} ORDER BY row`

/** @returns count and hash of the ids as they can be drawn now */
export function drawableIds(reader: Reader, populationId: string): DrawableIds {
  const hash = createHash('sha256')
  let count = 0
  for (const { itemId } of reader.each<{ itemId: string }>(drawableSql, { populationId })) {
    hash.update(`${itemId}\n`)
    count += 1
  }
  return { count, sha256: hash.digest('hex') }
}

/** @returns how many rows the auditor excluded */
export function excludedCount(reader: Reader, populationId: string): number {
  return reader.count(`SELECT count(*) AS n FROM ${excludedRows}`, { populationId })
}

/** @returns how many samples were drawn from a population */
export function samplesOf(reader: Reader, populationId: string): number {
  return reader.count('SELECT count(*) AS n FROM sample WHERE population_id = @populationId AND deleted = 0', {
    populationId,
  })
}

/** @returns the rows of a population by month, excluded ones among them */
export function rowsByMonth(reader: Reader, populationId: string): { month: string; count: number }[] {
  return reader.all(`SELECT month, count FROM population_month WHERE rows_key = ${rowsKey} ORDER BY month`, {
    populationId,
  })
}

/** What the auditor decided about one row, with the name of who did. */
export type SettlementRow = {
  row: number
  itemId: string
  decision: 'exclude' | 'keep'
  reason: string
  by: string
  at: string
}

/** @returns the decisions about rows of a population, by row */
export function settlementRows(reader: Reader, populationId: string): SettlementRow[] {
  return reader.all<SettlementRow>(
    `SELECT row, item_id AS itemId, decision, reason, ${practitionerName('"by"', 'engagement_id')} AS "by", at
     FROM settlement WHERE population_id = @populationId AND deleted = 0 ORDER BY row`,
    { populationId },
  )
}

/** A row as a settlement needs it. */
export type SettledRow = { row: number; itemId: string; decision: Decision; reason: string | null; wasHidden: number }

/** @returns a row of a population and what was decided about it @param row of the file, header being row 1 */
export function settledRow(reader: Reader, populationId: string, row: number): SettledRow | undefined {
  return reader.one<SettledRow>(
    `SELECT source.row AS row, source.item_id AS itemId, settlement.decision AS decision, settlement.reason AS reason,
       coalesce(settlement.deleted, 0) AS wasHidden
     FROM population_row AS source LEFT JOIN settlement ON settlement.id = @populationId || ':' || source.row
     WHERE source.rows_key = ${rowsKey} AND source.row = @row`,
    { populationId, row },
  )
}

/** @returns the name under which an engagement knows a practitioner, else the id */
export function nameOfPractitioner(reader: Reader, engagementId: string, practitionerId: string): string {
  const found = reader.one<{ name: string }>(`SELECT ${practitionerName('@practitionerId', '@engagementId')} AS name`, {
    engagementId,
    practitionerId,
  })
  return found?.name ?? practitionerId
}
