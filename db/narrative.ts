import type { NarrativeSummary } from '../shared/contract/narrative.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

/** @returns the narratives, memos and meeting notes of an engagement by title, without their texts */
export function narrativeRows(reader: Reader, engagementId: string): NarrativeSummary[] {
  return reader.all<NarrativeSummary>(
    `${summarySelect} WHERE narrative.engagement_id = @engagementId AND narrative.deleted = 0
     ORDER BY narrative.title COLLATE NOCASE, narrative.id`,
    { engagementId },
  )
}

/** @returns one of them, or `undefined` where there is none that is shown */
export function narrativeRow(reader: Reader, narrativeId: string): NarrativeSummary | undefined {
  return reader.one<NarrativeSummary>(`${summarySelect} WHERE narrative.id = @narrativeId AND narrative.deleted = 0`, {
    narrativeId,
  })
}

const summarySelect = `
SELECT narrative.id AS narrativeId, narrative.engagement_id AS engagementId, narrative.kind AS kind,
  narrative.title AS title, narrative.held_on AS heldOn, narrative.met_with AS metWith, narrative.at AS at,
  ${practitionerName('narrative."by"', 'narrative.engagement_id')} AS "by",
  (SELECT count(*) FROM evidence_link AS link
   WHERE link.target_entity = 'narrative' AND link.target_id = narrative.id AND link.deleted = 0) AS evidence
FROM narrative`
