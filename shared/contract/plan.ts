import { z } from 'zod'
import { Frequency } from './control.ts'
import { query } from './define.ts'
import { Period } from './engagement.ts'
import { Confidence, Risk } from './sampling.ts'
import { Id, PlainDate, Rate } from './values.ts'

const Alternative = z.object({
  confidence: Confidence,
  tolerableRate: Rate,
  expectedDeviations: z.int(),
  sampleSize: z.int().nullable(),
})

/** The size by statistics for the figures that were asked for; without a size the reason says why there is none. */
const Statistical = z.object({
  confidence: Confidence,
  tolerableRate: Rate,
  sampleSize: z.int().nullable(),
  acceptableDeviations: z.int().nullable(),
  achievedConfidence: z.number().nullable(),
  reason: z.string(),
})

/** What a sample of `size` would come to with no, one or two deviations; without limits the reason says why. */
const Support = z.object({
  size: z.int(),
  limits: z.array(z.object({ deviations: z.int(), upperLimit: Rate, deviatingItems: z.int(), supported: z.boolean() })),
  noLimitBecause: z.string().nullable(),
})

const SplitPart = z.object({
  start: PlainDate,
  end: PlainDate,
  days: z.int(),
  /** Rows of the part that can be drawn; `null` for a population without dates. */
  occurrences: z.int().nullable(),
  size: z.int(),
})

/** One version of the control within the period: a population and a sample of its own. */
const VersionPlan = z.object({
  effectiveOn: PlainDate,
  start: PlainDate,
  end: PlainDate,
  description: z.string(),
  frequency: Frequency,
  /** `null` for a population without dates: then the rows cannot be told apart. */
  populationSize: z.int().nullable(),
  policySize: z.int().nullable(),
  rule: z.string().nullable(),
})

export const SplitBasis = z.enum(['days', 'occurrences'])
export type SplitBasis = z.infer<typeof SplitBasis>

export const PlanBasis = z.enum(['policy', 'statistics'])
export type PlanBasis = z.infer<typeof PlanBasis>

export const planContract = {
  'sample.plan': query({
    title:
      "What the firm's policy proposes for a control and a population, what statistics say, and how the period splits",
    params: z.strictObject({
      populationId: Id,
      controlId: Id,
      risk: Risk.default('moderate'),
      /** A policy by name, or by `name@version`; the firm's default without it. */
      policy: z.string().max(200).optional(),
      confidence: Confidence.default(0.9),
      tolerableRate: Rate.default(0.1),
      /** Either a rate or a number; without both no deviation is acceptable. */
      expectedRate: Rate.optional(),
      expectedDeviations: z.int().min(0).max(5000).optional(),
      /** Only rows dated from and to these days, both included. */
      window: Period.optional(),
      /** Which proposal the split and what the size supports are about. */
      basis: PlanBasis.default('policy'),
      /** A size of the auditor's own in place of the proposal. */
      size: z.int().min(1).max(1_000_000).optional(),
      /** Last day of the part that is tested first. */
      interimEnd: PlainDate.optional(),
      splitBy: SplitBasis.default('days'),
    }),
    result: z.object({
      populationSize: z.int(),
      frequency: z.string(),
      policySize: z.int(),
      policy: z.string(),
      rule: z.string(),
      alternatives: z.array(Alternative),
      warnings: z.array(z.string()),
      statistical: Statistical,
      supports: Support,
      split: z.object({ by: SplitBasis, interim: SplitPart, rest: SplitPart, reason: z.string() }).nullable(),
      /** Oldest first; one or none where the control did not change. */
      versions: z.array(VersionPlan),
    }),
    errors: [
      'population.not_found',
      'control.not_found',
      'sampling.unknown_policy',
      'policy.retired',
      'sampling.no_size',
      'sampling.invalid_parameter',
      'period.end_before_start',
      'plan.window_needs_dates',
      'plan.interim_needs_period',
      'plan.interim_outside_period',
    ],
  }),
}
