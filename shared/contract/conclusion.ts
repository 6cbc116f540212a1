import { z } from 'zod'
import { command, query } from './define.ts'
import { Id, Instant, Nothing, Reason } from './values.ts'

/**
 * What a control or criterion came to.
 * A control's operation may also have had deviations yet operated, or not have occurred in the period.
 */
export const ConclusionOutcome = z.enum([
  'effective',
  'effective_with_deviations',
  'not_effective',
  'did_not_occur',
  'not_concluded',
])
export type ConclusionOutcome = z.infer<typeof ConclusionOutcome>

/** Other words for the same outcomes, as auditors write them. */
const outcomeWords = {
  suitable: 'effective',
  operated: 'effective',
  operated_with_deviations: 'effective_with_deviations',
  not_suitable: 'not_effective',
  did_not_operate_effectively: 'not_effective',
  ineffective: 'not_effective',
  no_occurrence: 'did_not_occur',
} as const satisfies Record<string, ConclusionOutcome>

const OutcomeWord = z
  .enum(Object.keys(outcomeWords) as (keyof typeof outcomeWords)[])
  .transform((word) => outcomeWords[word])

export const Aspect = z.enum(['design', 'operation'])
export type Aspect = z.infer<typeof Aspect>

/** What can be concluded on: a control, a criterion that it answers, and a commitment that the criterion is judged by. */
export const ConcludedEntity = z.enum(['control', 'criterion', 'commitment'])
export type ConcludedEntity = z.infer<typeof ConcludedEntity>

const Target = z.strictObject({ entity: ConcludedEntity, id: Id, engagementId: Id.optional() })

export const Conclusion = z.object({
  conclusionId: Id,
  target: z.object({ entity: ConcludedEntity, id: Id }),
  ref: z.string(),
  aspect: Aspect,
  outcome: ConclusionOutcome,
  rationale: z.string(),
  /** What was done to confirm that a control did not occur in the period. */
  confirmation: z.string().nullable(),
  by: z.string(),
  at: Instant,
})
export type Conclusion = z.infer<typeof Conclusion>

/** What the papers of a control show of one aspect. */
export const AspectFacts = z.object({
  /** Procedures on the aspect, and those of them that something was recorded for. */
  procedures: z.int(),
  performed: z.int(),
  /** What the latest walkthrough found; `null` where there is none. */
  walkthrough: z.enum(['suitable', 'not_suitable']).nullable(),
  /** Cells of the test sheets on the aspect that have no outcome. */
  untestedCells: z.int(),
  /** Deviations: those recorded, and failed cells that none describes yet. */
  deviations: z.int(),
})
export type AspectFacts = z.infer<typeof AspectFacts>

export const conclusionContract = {
  'conclusion.save': command({
    title: 'Conclude on the design or operation of a control, on a criterion, or on a commitment',
    params: z.strictObject({
      target: Target,
      aspect: Aspect,
      outcome: z.union([ConclusionOutcome, OutcomeWord]),
      rationale: Reason,
      /** Needed where a control did not occur in the period: what was done to confirm it. */
      confirmation: z.string().trim().max(50_000).optional(),
    }),
    result: Nothing,
    errors: [
      'control.not_found',
      'criterion.not_in_scope',
      'commitment.not_found',
      'conclusion.engagement_required',
      'conclusion.operation_needs_period',
      'conclusion.operation_only',
      'conclusion.confirmation_required',
      'conclusion.nothing_performed',
      'conclusion.design_contradicted',
      'conclusion.untested_items',
      'conclusion.deviations_recorded',
      'engagement.not_found',
    ],
  }),
  'conclusion.facts': query({
    title: 'What the papers of a control show of its design and of its operation',
    params: z.strictObject({ controlId: Id }),
    result: z.object({ design: AspectFacts, operation: AspectFacts }),
    errors: ['control.not_found'],
  }),
  'conclusion.list': query({
    title: 'All conclusions of an engagement',
    params: z.strictObject({ engagementId: Id }),
    result: z.object({ conclusions: z.array(Conclusion) }),
    errors: ['engagement.not_found'],
  }),
}
