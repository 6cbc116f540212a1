import type { OpinionForm, OpinionPart } from '../shared/contract/opinion.ts'
import { practitionerName } from './practitionerName.ts'
import type { Reader } from './reader.ts'

/** What the practitioner decided on one part. */
export type DecidedPart = {
  opinionId: string
  part: OpinionPart
  form: OpinionForm
  reasoning: string
  by: string
  at: string
}

/** @returns the decisions of an engagement, with the names of who took them */
export function decidedParts(reader: Reader, engagementId: string): DecidedPart[] {
  return reader.all<DecidedPart>(
    `SELECT opinion.id AS opinionId, opinion.part AS part, opinion.form AS form, opinion.reasoning AS reasoning, opinion.at AS at,
       ${practitionerName('opinion."by"', 'opinion.engagement_id')} AS "by"
     FROM opinion WHERE opinion.engagement_id = @engagementId AND opinion.deleted = 0`,
    { engagementId },
  )
}
