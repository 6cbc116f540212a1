import { createHash } from 'node:crypto'
import { rowLine } from '../../shared/population/rowLine.ts'
import type { Reader } from '../reader.ts'

/** Rows are read in key order, in the very form that was hashed when they were imported. */
type Row = {
  row: number
  itemId: string
  occurredOn: string | null
  stratum: string | null
  amount: string | null
  cells: string
}

/** @returns the first population whose rows are not the ones that the journal holds the hash of */
export function changedPopulation(
  reader: Reader,
  engagementId: string,
): { entity: string; id: string; problem: string } | null {
  const populations = reader.all<{ id: string; name: string; rowsSha256: string }>(
    'SELECT id, name, rows_sha256 AS rowsSha256 FROM population WHERE engagement_id = @engagementId',
    { engagementId },
  )
  const changed = populations.find(({ id, rowsSha256 }) => populationRowsSha256(reader, id) !== rowsSha256)
  if (changed === undefined) return null
  return {
    entity: 'population',
    id: changed.id,
    problem: `The rows of "${changed.name}" are not the ones that were imported.`,
  }
}

/** @returns SHA-256 over the rows of a population as the store holds them, one canonical line each */
export function populationRowsSha256(reader: Reader, populationId: string): string {
  const hash = createHash('sha256')
  const rows = reader.each<Row>(
    `SELECT row, item_id AS itemId, occurred_on AS occurredOn, stratum, amount, cells
     FROM population_row WHERE rows_key = (SELECT key FROM population_rows WHERE population_id = @populationId) ORDER BY row`,
    { populationId },
  )
  for (const { cells, ...row } of rows) hash.update(rowLine({ ...row, cells: JSON.parse(cells) as string[] }))
  return hash.digest('hex')
}
