import { z } from 'zod'
import { DeviationStatus } from './deviation.ts'
import { command, query } from './define.ts'
import { Aspect, ConcludedEntity, ConclusionOutcome } from './conclusion.ts'
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

/** A conclusion that nobody took: what would follow from it? `null` is not concluded. */
export const Hypothesis = z.strictObject({
  target: z.strictObject({ entity: ConcludedEntity, id: Id }),
  aspect: Aspect,
  outcome: ConclusionOutcome.nullable(),
})
export type Hypothesis = z.infer<typeof Hypothesis>

/** A commitment or requirement that a criterion stands for. */
const TracedCommitment = z.object({
  commitmentId: Id,
  ref: z.string(),
  text: z.string(),
  outcome: ConclusionOutcome.nullable(),
})

/** One step of the trace: item → deviation → control → criterion → commitment → opinion part. */
const Trace = z.object({
  criterionId: z.string(),
  criterionTitle: z.string(),
  outcome: ConclusionOutcome.nullable(),
  commitments: z.array(TracedCommitment),
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

/** A paragraph of the report that a part asks for, in own words; the report says it in the firm's. */
export const ReportParagraph = z.object({
  kind: z.enum(['opinion', 'basis', 'emphasis']),
  text: z.string(),
  /** The criteria, commitments and controls that it names, by id or reference. */
  criteria: z.array(z.string()),
  commitments: z.array(z.string()),
  controls: z.array(z.string()),
})
export type ReportParagraph = z.infer<typeof ReportParagraph>

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
  /** The paragraphs that follow from the proposal. */
  paragraphs: z.array(ReportParagraph),
  /** What the practitioner decided. */
  decided: z
    .object({ opinionId: Id, form: OpinionForm, reasoning: z.string(), by: z.string(), at: Instant })
    .nullable(),
})
export type ProposedPart = z.infer<typeof ProposedPart>

/** What a "what if" changes in one part; nothing of it is written. */
export const PartDifference = z.object({
  part: OpinionPart,
  from: OpinionForm,
  to: OpinionForm,
  paragraphsAdded: z.array(z.string()),
  paragraphsRemoved: z.array(z.string()),
  missingAdded: z.array(z.string()),
  missingRemoved: z.array(z.string()),
})
export type PartDifference = z.infer<typeof PartDifference>

export const opinionContract = {
  'opinion.propose': query({
    title: 'The opinion that follows from the papers, part by part, with the trace from item to paragraph',
    params: z.strictObject({
      engagementId: Id,
      judgements: z.array(Judgement).max(20).optional(),
      /** Conclusions to suppose; those recorded stay as they are. */
      hypotheses: z.array(Hypothesis).max(500).optional(),
    }),
    result: z.object({
      parts: z.array(ProposedPart),
      /** The parts that what is supposed changes; none where nothing is supposed. */
      differences: z.array(PartDifference),
    }),
    errors: ['engagement.not_found', 'opinion.unknown_hypothesis'],
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
