import { z } from 'zod'
import { parts } from '../rollForward/parts.ts'
import { choosableFields } from '../rollForward/carriedForms.ts'
import { command, query } from './define.ts'
import { Period, ReportType } from './engagement.ts'
import { Id, Nothing, PlainDate } from './values.ts'

/** A part, or a field as `entity.field`, that is not carried. */
const LeftOut = z.enum([...parts, ...choosableFields().map(({ key }) => key)])

/** An engagement as a chain of periods names it. */
export const ChainLink = z.object({
  engagementId: Id,
  client: z.string(),
  period: Period.nullable(),
  asOf: PlainDate.nullable(),
  /** Where its papers are: in this store, in a bundle that is open for reading, or nowhere at hand. */
  held: z.enum(['store', 'bundle', 'nowhere']),
})
export type ChainLink = z.infer<typeof ChainLink>

export const RollForwardPreview = z.object({
  /** The period, or the date, that leaves no gap; of the type of the prior engagement. */
  proposed: z.object({ reportType: ReportType, period: Period.nullable(), asOf: PlainDate.nullable() }),
  /** What is carried: `always`, or a part that can be left out. */
  carried: z.array(z.object({ part: z.string(), title: z.string(), papers: z.int() })),
  /** Fields that can be left out, and in how many papers they say something. */
  choices: z.array(z.object({ key: z.string(), title: z.string(), papers: z.int() })),
  /** What is never carried, with how many papers stay behind. */
  never: z.array(z.object({ what: z.string(), papers: z.int() })),
  /** What is there anyway, since it is the firm's. */
  ofTheFirm: z.array(z.string()),
})
export type RollForwardPreview = z.infer<typeof RollForwardPreview>

export const rollForwardContract = {
  'engagement.previewRollForward': query({
    title: 'What a new engagement would take from this one, what it could leave out, and what is never carried',
    params: z.strictObject({ engagementId: Id }),
    result: RollForwardPreview,
    errors: ['engagement.not_found'],
  }),
  'engagement.rollForward': command({
    title:
      'Begin the next engagement from this one: scope, controls and procedures; never results, samples or evidence',
    params: z.strictObject({
      /** The engagement of the prior period; it stays as it is, locked or not. */
      engagementId: Id,
      /** With a period the next one is Type 2, with a date Type 1. */
      period: Period.optional(),
      asOf: PlainDate.optional(),
      leaveOut: z.array(LeftOut).max(100).default([]),
    }),
    result: z.object({ engagementId: Id, carried: z.int(), followUps: z.int() }),
    errors: [
      'engagement.not_found',
      'engagement.period_required',
      'engagement.as_of_not_for_type2',
      'period.end_before_start',
      'rollForward.not_after',
    ],
  }),
  'engagement.setPrior': command({
    title: 'Say which engagement this one follows, or that it follows none',
    params: z.strictObject({ engagementId: Id, priorEngagementId: Id.nullable() }),
    result: Nothing,
    errors: ['engagement.not_found', 'rollForward.not_after', 'rollForward.prior_not_at_hand'],
  }),
  'engagement.chain': query({
    title: 'The engagements that follow each other up to this one, newest first',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ chain: z.array(ChainLink) }),
    errors: ['engagement.not_found'],
  }),
}
