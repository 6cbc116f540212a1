import type { Reader } from './reader.ts'

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

const countsSql = `SELECT
  (SELECT count(*) FROM control WHERE ${live}) AS controls,
  (SELECT count(*) FROM population WHERE ${live}) AS populations,
  (SELECT count(*) FROM population WHERE ${live} AND concluded_at IS NOT NULL) AS populationsConcluded,
  (SELECT count(*) FROM sample WHERE ${live}) AS samples,
  (SELECT count(*) FROM sample JOIN sample_item AS item ON item.sample_id = sample.id
   WHERE sample.engagement_id = @engagementId AND item.deleted = 0 AND item.replaced_because IS NULL) AS sampleItems,
  (SELECT count(*) FROM procedure JOIN attribute ON attribute.procedure_id = procedure.id
     JOIN sample_item AS item ON item.sample_id = procedure.sample_id
   WHERE procedure.engagement_id = @engagementId AND procedure.deleted = 0 AND attribute.deleted = 0
     AND item.deleted = 0 AND item.replaced_because IS NULL) AS resultsExpected,
  (SELECT count(*) FROM result JOIN sample_item AS item ON item.id = result.sample_item_id
   WHERE result.engagement_id = @engagementId AND result.deleted = 0 AND result.outcome IS NOT NULL
     AND item.replaced_because IS NULL) AS resultsRecorded,
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
