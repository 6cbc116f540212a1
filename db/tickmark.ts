import type { Tickmark } from '../shared/contract/tickmark.ts'
import type { Reader } from './reader.ts'

/**
 * @returns the legend of an engagement in the order of its writing, with how many results each tickmark stands beside. One
 * that was removed in another copy while it was used in this one is still there: papers need its meaning
 */
export function tickmarkRows(reader: Reader, engagementId: string): Tickmark[] {
  return reader.all<Tickmark>(
    `SELECT tickmark.id AS tickmarkId, tickmark.symbol AS symbol, tickmark.meaning AS meaning, count(placed.id) AS uses
     FROM tickmark LEFT JOIN result_tickmark AS placed
       ON placed.tickmark_id = tickmark.id AND placed.placed = 1 AND placed.deleted = 0
     WHERE tickmark.engagement_id = @engagementId
     GROUP BY tickmark.id HAVING tickmark.deleted = 0 OR uses > 0
     ORDER BY tickmark.position, tickmark.id`,
    { engagementId },
  )
}

/** A tickmark beside a result of a test sheet. */
export type PlacedTickmark = { sampleItemId: string; attribute: string; tickmarkId: string }

/** @returns the tickmarks that stand on a test sheet; those of each cell in the order of the legend */
export function placedTickmarks(reader: Reader, procedureId: string): PlacedTickmark[] {
  return reader.all<PlacedTickmark>(
    `SELECT placed.sample_item_id AS sampleItemId, placed.attribute AS attribute, placed.tickmark_id AS tickmarkId
     FROM result_tickmark AS placed JOIN tickmark ON tickmark.id = placed.tickmark_id
     WHERE placed.procedure_id = @procedureId AND placed.placed = 1 AND placed.deleted = 0
     ORDER BY placed.sample_item_id, placed.attribute, tickmark.position, tickmark.id`,
    { procedureId },
  )
}
