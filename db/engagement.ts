import type { Reader } from './reader.ts'
import { countedItems, leftOutItems } from './sample/counted.ts'

/** How far an engagement is, in counts. */
export type EngagementCounts = {
  controls: number
  populations: number
  populationsConcluded: number
  samples: number
  sampleItems: number
  resultsExpected: number
  resultsRecorded: number
  deviations: number
  deviationsOpen: number
  controlsConcluded: number
}

/** @returns the counts of one engagement; hidden papers and replaced items do not count */
export function engagementCounts(reader: Reader, engagementId: string): EngagementCounts {
  const counts = reader.one<EngagementCounts>(countsSql, { engagementId })
  if (counts === undefined) throw new TypeError('Counting always gives a row')
  return counts
}

const live = 'engagement_id = @engagementId AND deleted = 0'

// Counted per sample and per procedure, from indexes alone: no row of an item or a result is read but of what was left out.
const countsSql = `
WITH
  letters AS MATERIALIZED (SELECT procedure_id, count(*) AS n FROM attribute WHERE ${live} GROUP BY procedure_id),
  ${countedItems},
  ${leftOutItems}
SELECT
  (SELECT count(*) FROM control WHERE ${live}) AS controls,
  (SELECT count(*) FROM population WHERE ${live}) AS populations,
  (SELECT count(*) FROM population WHERE ${live} AND concluded_at IS NOT NULL) AS populationsConcluded,
  (SELECT count(*) FROM sample WHERE ${live}) AS samples,
  (SELECT coalesce(sum(n), 0) FROM items) AS sampleItems,
  (SELECT coalesce(sum(letters.n * items.n), 0) FROM procedure
     JOIN letters ON letters.procedure_id = procedure.id JOIN items ON items.sample_id = procedure.sample_id
   WHERE procedure.engagement_id = @engagementId AND procedure.deleted = 0) AS resultsExpected,
  (SELECT count(*) FROM result WHERE ${live} AND outcome IS NOT NULL)
  - (SELECT count(*) FROM left_out JOIN sample_item AS item ON item.id = left_out.id
       JOIN procedure ON procedure.sample_id = item.sample_id
       JOIN result ON result.procedure_id = procedure.id AND result.sample_item_id = left_out.id
     WHERE result.deleted = 0 AND result.outcome IS NOT NULL) AS resultsRecorded,
  (SELECT count(*) FROM deviation WHERE ${live}) AS deviations,
  (SELECT count(*) FROM deviation WHERE ${live} AND status <> 'concluded') AS deviationsOpen,
  (SELECT count(DISTINCT target_id) FROM conclusion WHERE ${live} AND target_entity = 'control') AS controlsConcluded`

/** @returns the ids of all engagements, those that are worked on first, whichever was written in last before all */
export function engagementsByUse(reader: Reader): string[] {
  return reader
    .all<{ id: string }>(
      `SELECT id FROM engagement WHERE deleted = 0 ORDER BY id IN (SELECT id FROM engagement_lock),
         (SELECT max(hlc) FROM journal_head WHERE journal_head.engagement_id = engagement.id) DESC`,
    )
    .map(({ id }) => id)
}

/** The end of an engagement's journal: how many entries, and when the last was written. */
export type JournalEnd = { entries: number; changedAt: string }

/** @returns the number of entries and the instant of the last one */
export function journalEnd(reader: Reader, engagementId: string): JournalEnd | undefined {
  return reader.one<JournalEnd>(
    `SELECT at AS changedAt, (SELECT sum(seq) FROM journal_head WHERE engagement_id = @engagementId) AS entries
     FROM journal_entry WHERE engagement_id = @engagementId ORDER BY hlc DESC LIMIT 1`,
    { engagementId },
  )
}
