import { z } from 'zod'
import { DeviationStatus } from './deviation.ts'
import { command, query } from './define.ts'
import { ConclusionOutcome } from './conclusion.ts'
import { Id, Instant, Nothing, Prose } from './values.ts'

/** Type 1 has the first two parts, as of a date; Type 2 all three, throughout the period. */
export const OpinionPart = z.enum(['description', 'design', 'operation'])
export type OpinionPart = z.infer<typeof OpinionPart>

export const OpinionForm = z.enum(['unqualified', 'qualified', 'adverse', 'disclaimer'])
export type OpinionForm = z.infer<typeof OpinionForm>

/** What a person judged of an effect that the papers show; the program never judges it. */
export const Judgement = z.strictObject({
  part: OpinionPart,
  kind: z.enum(['misstatement', 'scope_limitation']),
  material: z.boolean(),
  pervasive: z.boolean(),
})
export type Judgement = z.infer<typeof Judgement>

/** One step of the trace: item → deviation → control → criterion → opinion part. */
const Trace = z.object({
  criterionId: z.string(),
  criterionTitle: z.string(),
  outcome: ConclusionOutcome.nullable(),
  controls: z.array(
    z.object({
      controlId: Id,
      ref: z.string(),
      title: z.string(),
      outcome: ConclusionOutcome.nullable(),
      deviations: z.array(
        z.object({
          deviationId: Id,
          ref: z.string(),
          itemId: z.string().nullable(),
          attribute: z.string().nullable(),
          condition: z.string(),
          status: DeviationStatus,
        }),
      ),
    }),
  ),
})

export const ProposedPart = z.object({
  part: OpinionPart,
  proposal: OpinionForm,
  /** False while something that the part rests on is not concluded. */
  ready: z.boolean(),
  /** Why, in sentences, each naming its papers. */
  because: z.array(z.string()),
  missing: z.array(z.string()),
  judgements: z.array(Judgement),
  trace: z.array(Trace),
  /** What the practitioner decided. */
  decided: z.object({ form: OpinionForm, reasoning: z.string(), by: z.string(), at: Instant }).nullable(),
})
export type ProposedPart = z.infer<typeof ProposedPart>

export const opinionContract = {
  'opinion.propose': query({
    title: 'The opinion that follows from the papers, part by part, with the trace from item to paragraph',
    params: z.strictObject({ engagementId: Id, judgements: z.array(Judgement).max(20).optional() }),
    result: z.object({ parts: z.array(ProposedPart) }),
    errors: ['engagement.not_found'],
  }),
  'opinion.save': command({
    title: 'Record the opinion that the practitioner decided on',
    params: z.strictObject({
      engagementId: Id,
      parts: z
        .array(z.strictObject({ part: OpinionPart, form: OpinionForm, reasoning: Prose.optional() }))
        .min(1)
        .max(3),
      judgements: z.array(Judgement).max(20).optional(),
      /** Basis for the opinion as a whole. */
      basis: Prose.optional(),
    }),
    result: Nothing,
    errors: ['engagement.not_found', 'opinion.reasoning_required', 'opinion.part_not_in_type1'],
  }),
}
