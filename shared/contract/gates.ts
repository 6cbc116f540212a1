import { z } from 'zod'
import { query } from './define.ts'
import { Id, PlainDate } from './values.ts'

/** What is reached one after the other on the way to a locked file. */
export const Milestone = z.enum(['planning', 'fieldwork', 'report', 'release', 'lock'])
export type Milestone = z.infer<typeof Milestone>

/** What can stand between a file and a milestone. */
export const GateCode = z.enum([
  'criterion_without_control',
  'control_without_criterion',
  'population_not_concluded',
  'procedure_not_performed',
  'item_without_result',
  'evidence_damaged',
  'deviation_not_described',
  'deviation_not_concluded',
  'control_not_concluded',
  'criterion_not_concluded',
  'opinion_not_decided',
  'description_criterion_open',
  'letter_wrong',
  'conflict_open',
  'note_open',
  'sign_off_invalid',
  'paper_not_signed',
  'changed_since_sign_off',
  'paper_not_reviewed',
  'quality_review_late',
  'report_not_dated',
  'report_not_released',
  'reference_dangling',
  'late_change_open',
  'late_change_not_reviewed',
])
export type GateCode = z.infer<typeof GateCode>

/** A paper that a gate is about; `label` names it as the auditor does. */
export const GatePlace = z.object({
  entity: z.string(),
  id: Id,
  label: z.string(),
  /** The paper on whose page it is, where it has none of its own. */
  within: Id.optional(),
})
export type GatePlace = z.infer<typeof GatePlace>

export const Gate = z.object({
  code: GateCode,
  /** What stands open, in a sentence. */
  text: z.string(),
  count: z.int(),
  /** The first papers that it is about. */
  places: z.array(GatePlace),
})
export type Gate = z.infer<typeof Gate>

export const MilestoneGates = z.object({
  milestone: Milestone,
  /** The day on which it was reached, or is planned to be. */
  on: PlainDate.nullable(),
  gates: z.array(Gate),
})
export type MilestoneGates = z.infer<typeof MilestoneGates>

export const gatesContract = {
  'engagement.gates': query({
    title: 'What still blocks planning, fieldwork, the report date, the release and the lock',
    params: z.strictObject({
      engagementId: Id,
      /** Nobody waits for signed papers that were not read since the store was opened. */
      readOnly: z.boolean().default(false),
    }),
    result: z.object({
      /** Whether they are still to be read: no milestone is told then. */
      unread: z.boolean(),
      open: z.int(),
      milestones: z.array(MilestoneGates),
    }),
    errors: ['engagement.not_found'],
  }),
}
