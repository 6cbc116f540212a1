import type { DrawableItem } from '../../shared/sample/drawableItem.ts'
import { rowsKey } from '../population/rowsKey.ts'
import type { Reader } from '../reader.ts'

/** @returns the rows of a population that can be drawn, in file order: all without those that the auditor excluded */
export function drawableItems(reader: Reader, populationId: string): DrawableItem[] {
  return [...reader.each<DrawableItem>(drawableSql, { populationId })]
}

const drawableSql = `
SELECT source.row AS row, source.item_id AS itemId, source.occurred_on AS date, source.stratum AS stratum
FROM population_row AS source
WHERE source.rows_key = ${rowsKey} AND source.row NOT IN (
  SELECT row FROM settlement WHERE population_id = @populationId AND decision = 'exclude' AND deleted = 0)
ORDER BY source.row`

/** @returns how many drawable rows each value of the stratum column has; rows without a value count together */
export function stratumSizes(reader: Reader, populationId: string): { stratum: string | null; items: number }[] {
  return reader.all(
    `SELECT nullif(source.stratum, '') AS stratum, count(*) AS items
     FROM population_row AS source
     WHERE source.rows_key = ${rowsKey} AND source.row NOT IN (
       SELECT row FROM settlement WHERE population_id = @populationId AND decision = 'exclude' AND deleted = 0)
     GROUP BY 1 ORDER BY 1`,
    { populationId },
  )
}

/** @returns how many rows of a population can be drawn; frozen by the conclusion, counted before it */
export function drawableCount(reader: Reader, populationId: string): number {
  return reader.count(
    `SELECT coalesce(population.drawable, population.rows - (
       SELECT count(*) FROM settlement WHERE population_id = @populationId AND decision = 'exclude' AND deleted = 0)) AS n
     FROM population WHERE population.id = @populationId`,
    { populationId },
  )
}
