import { z } from 'zod'
import { query } from './define.ts'
import { Period } from './engagement.ts'
import { SamplePart, SelectionMethod } from './sample.ts'
import { Confidence } from './sampling.ts'
import { Id, Rate } from './values.ts'

const figures = {
  drawn: z.int(),
  examined: z.int(),
  notApplicable: z.int(),
  untested: z.int(),
  deviations: z.int(),
  rate: Rate.nullable(),
  upperLimit: Rate.nullable(),
  /** The limit as a number of items of the population. */
  deviatingItems: z.int().nullable(),
  confidence: Confidence,
  tolerableRate: Rate,
  /** Why there is no limit, in words. */
  noLimitBecause: z.string().nullable(),
  upperLimitIfNextFails: Rate.nullable(),
  supported: z.boolean().nullable(),
  /** The sentence that goes into the workpaper. */
  sentence: z.string(),
}

/** One attribute of a procedure on a sample; not applicable items are not examined, so `n` differs between attributes. */
const AttributeEvaluation = z.object({
  procedureId: Id,
  controlId: Id,
  letter: z.string(),
  text: z.string(),
  ...figures,
})

export const Evaluation = z.object({
  ...figures,
  /** Confidence of the whole rule once the sample was extended. */
  ruleConfidence: z.number().nullable(),
  /** Each attribute by itself; none where one was asked for. */
  attributes: z.array(AttributeEvaluation),
})
export type Evaluation = z.infer<typeof Evaluation>

/** What the figures of a sample rest on besides its results. */
const EvaluationBasis = z.object({
  method: SelectionMethod,
  /** Rows that could be drawn. */
  populationSize: z.int(),
  confidence: Confidence,
  tolerableRate: Rate,
  /**
   * Rows of each stratum that could be drawn, where strata may differ: systems, sites, teams. Months and quarters serve
   * coverage and are evaluated as one, so they are not given.
   */
  strata: z.array(z.object({ name: z.string().nullable(), items: z.int() })).nullable(),
  /** Items by which the sample was extended, in order; without those that stand for items that did not apply. */
  extensions: z.array(z.int()),
})
export type EvaluationBasis = z.infer<typeof EvaluationBasis>

/** Without these the sample's plan says them; where it does not, 90 % and 10 %. */
const aim = { confidence: Confidence.optional(), tolerableRate: Rate.optional() }

export const evaluationContract = {
  'sample.basis': query({
    title: 'What the figures of a sample rest on besides its results',
    params: z.strictObject({ sampleId: Id }),
    result: EvaluationBasis,
    errors: ['sample.not_found'],
  }),
  'sample.evaluate': query({
    title: 'Deviation rate, upper limit and what the next deviation would mean, for one attribute or all',
    params: z.strictObject({
      sampleId: Id,
      /** Whose procedures count, of a sample that several controls share; without it the control it was drawn for. */
      controlId: Id.optional(),
      procedureId: Id.optional(),
      attribute: z.string().max(3).optional(),
      ...aim,
    }),
    result: Evaluation,
    errors: ['sample.not_found', 'sample.not_shared', 'procedure.not_found', 'result.unknown_attribute'],
  }),
  'sample.evaluateParts': query({
    title: 'The interim and roll-forward samples of a control, each by itself and together',
    params: z.strictObject({ controlId: Id, ...aim }),
    result: z.object({
      parts: z.array(z.object({ sampleId: Id, part: SamplePart, window: Period, populationSize: z.int(), ...figures })),
      together: z.object({ ...figures, combinedAs: z.enum(['one', 'strata']), combinedBecause: z.string() }).nullable(),
      /** Why there are no figures of all parts, in words; `null` also where there is but one part. */
      notTogetherBecause: z.string().nullable(),
    }),
    errors: ['control.not_found'],
  }),
}
