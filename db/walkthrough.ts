import type { Walkthrough } from '../shared/contract/walkthrough.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

type StoredWalkthrough = Omit<Walkthrough, 'suitablyDesigned' | 'implemented'> & {
  suitablyDesigned: number
  implemented: number
}

/** @returns the walkthroughs of an engagement, or of one control: by reference of the control, latest first */
export function walkthroughRows(reader: Reader, engagementId: string, controlId: string | null): Walkthrough[] {
  return reader.all<StoredWalkthrough>(walkthroughSql, { engagementId, controlId }).map((row) => ({
    ...row,
    suitablyDesigned: row.suitablyDesigned === 1,
    implemented: row.implemented === 1,
  }))
}

const walkthroughSql = `
SELECT walkthrough.id AS walkthroughId, walkthrough.engagement_id AS engagementId, walkthrough.control_id AS controlId,
  control.ref AS controlRef, walkthrough.performed_on AS performedOn, walkthrough.performed_by AS performedBy,
  walkthrough.met_with AS metWith, walkthrough.instance AS instance, walkthrough.trace AS trace, walkthrough.forms AS forms,
  walkthrough.suitably_designed AS suitablyDesigned, walkthrough.implemented AS implemented,
  walkthrough.reasoning AS reasoning, walkthrough.at AS at,
  ${practitionerName('walkthrough."by"', 'walkthrough.engagement_id')} AS "by",
  (SELECT count(*) FROM evidence_link AS link
   WHERE link.target_entity = 'walkthrough' AND link.target_id = walkthrough.id AND link.deleted = 0) AS evidence
FROM walkthrough JOIN control ON control.id = walkthrough.control_id
WHERE walkthrough.engagement_id = @engagementId AND walkthrough.deleted = 0
  AND (@controlId IS NULL OR walkthrough.control_id = @controlId)
ORDER BY control.ref, walkthrough.performed_on DESC, walkthrough.rowid DESC`
