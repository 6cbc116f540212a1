import { z } from 'zod'
import { command, query } from './define.ts'
import { DeviationNature } from './deviation.ts'
import { Id, Instant, Line, Nothing, PlainDate, Prose, Reason } from './values.ts'

/** What became of a deviation of an earlier period: still open, put right, found again, or its control is no longer there. */
export const FollowUpStatus = z.enum(['open', 'resolved', 'recurring', 'no_longer_relevant'])
export type FollowUpStatus = z.infer<typeof FollowUpStatus>

export const FollowUp = z.object({
  followUpId: Id,
  /** The control of this engagement; `null` where it has none for it. */
  controlId: Id.nullable(),
  /** The control's reference, and the deviation's, as they were then. */
  controlRef: z.string(),
  ref: z.string(),
  /** Last day of the period in which it was found. */
  periodEnd: PlainDate,
  condition: z.string(),
  cause: z.string().nullable(),
  nature: DeviationNature.nullable(),
  effect: z.string().nullable(),
  managementResponse: z.string().nullable(),
  status: FollowUpStatus,
  remark: z.string().nullable(),
  by: z.string().nullable(),
  at: Instant.nullable(),
})
export type FollowUp = z.infer<typeof FollowUp>

export const followUpContract = {
  'followUp.list': query({
    title: 'The deviations of earlier periods that are followed up, of an engagement or of one control',
    params: z.strictObject({ engagementId: Id, controlId: Id.optional() }),
    result: z.object({ followUps: z.array(FollowUp) }),
    errors: ['engagement.not_found'],
  }),
  'followUp.add': command({
    title: 'Follow up a deviation of an earlier period that this store does not hold, such as one of another auditor',
    params: z.strictObject({
      engagementId: Id,
      controlId: Id.optional(),
      controlRef: Line,
      ref: Line,
      periodEnd: PlainDate,
      condition: Reason,
      cause: Prose.optional(),
      nature: DeviationNature.optional(),
      managementResponse: Prose.optional(),
    }),
    result: z.object({ followUpId: Id }),
    errors: ['engagement.not_found', 'control.not_found'],
  }),
  'followUp.settle': command({
    title: 'Record what became of a deviation of an earlier period; or take that back',
    params: z.strictObject({
      followUpId: Id,
      status: FollowUpStatus,
      /** How it was seen; needed unless it is open again. */
      remark: Prose.optional(),
    }),
    result: Nothing,
    errors: ['followUp.not_found', 'followUp.remark_required'],
  }),
}
