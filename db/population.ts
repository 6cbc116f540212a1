import { createHash } from 'node:crypto'
import type { Decision } from '../shared/population/settlement.ts'
import { rowsByDay } from './population/days.ts'
import { excludedRows } from './population/decisions.ts'
import { keyBlocks } from './population/readBlocks.ts'
import { rowsByNumber } from './population/rows.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

/** The item ids that can be drawn: how many, and SHA-256 of them in file order, each followed by a line feed. */
export type DrawableIds = { count: number; sha256: string }

/** @returns count and hash of the ids as they can be drawn now */
export function drawableIds(reader: Reader, populationId: string): DrawableIds {
  const hash = createHash('sha256')
  const excluded = excludedRows(reader, populationId)
  let count = 0
  for (const { rows, itemIds } of keyBlocks(reader, populationId)) {
    const ids = excluded.size === 0 ? itemIds : itemIds.filter((_id, at) => !excluded.has(rows[at] ?? 0))
    if (ids.length > 0) hash.update(`${ids.join('\n')}\n`)
    count += ids.length
  }
  return { count, sha256: hash.digest('hex') }
}

/** @returns how many rows the auditor excluded */
export function excludedCount(reader: Reader, populationId: string): number {
  return reader.count(
    `SELECT count(*) AS n FROM settlement
     WHERE population_id = @populationId AND decision = 'exclude' AND deleted = 0`,
    { populationId },
  )
}

/** @returns how many samples were drawn from a population */
export function samplesOf(reader: Reader, populationId: string): number {
  return reader.count('SELECT count(*) AS n FROM sample WHERE population_id = @populationId AND deleted = 0', {
    populationId,
  })
}

/** @returns the rows of a population by month, excluded ones among them */
export function rowsByMonth(reader: Reader, populationId: string): { month: string; count: number }[] {
  return [...Map.groupBy(rowsByDay(reader, populationId), ({ day }) => day.slice(0, 7))].map(([month, days]) => ({
    month,
    count: days.reduce((sum, { rows }) => sum + rows, 0),
  }))
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
    `SELECT row, item_id AS itemId, decision, reason, ${practitionerName('settlement."by"', 'settlement.engagement_id')} AS "by", at
     FROM settlement WHERE population_id = @populationId AND deleted = 0 ORDER BY row`,
    { populationId },
  )
}

/** A row as a settlement needs it. */
export type SettledRow = { row: number; itemId: string; decision: Decision; reason: string | null; wasHidden: number }

/** @returns a row of a population and what was decided about it @param row of the file, header being row 1 */
export function settledRow(reader: Reader, populationId: string, row: number): SettledRow | undefined {
  const found = rowsByNumber(reader, populationId, [row]).get(row)
  if (found === undefined) return undefined
  const settlement = reader.one<Omit<SettledRow, 'row' | 'itemId'>>(
    'SELECT decision, reason, deleted AS wasHidden FROM settlement WHERE id = @id',
    { id: `${populationId}:${row}` },
  )
  return { row, itemId: found.itemId, ...(settlement ?? { decision: null, reason: null, wasHidden: 0 }) }
}

/** @returns the name under which an engagement knows a practitioner, else the id */
export function nameOfPractitioner(reader: Reader, engagementId: string, practitionerId: string): string {
  const found = reader.one<{ name: string }>(`SELECT ${practitionerName('@practitionerId', '@engagementId')} AS name`, {
    engagementId,
    practitionerId,
  })
  return found?.name ?? practitionerId
}
