import { z } from 'zod'
import { query } from './define.ts'
import { Frequency } from './control.ts'
import { Rate, Seed } from './values.ts'

export const SamplingModel = z.enum(['binomial', 'poisson', 'hypergeometric'])
export const Risk = z.enum(['low', 'moderate', 'high'])
export type Risk = z.infer<typeof Risk>

/** Statistical confidence: a fraction strictly between 0 and 1. */
export const Confidence = z.number().gt(0).lt(1)
const Count = z.int().min(0).max(1_000_000_000)
/** How many positions are answered at most: as many as a list of items may have. */
const PositionCount = z.int().min(0).max(1_000_000)
const ItemIds = z.array(z.string().min(1).max(1000)).max(1_000_000)

const Stratum = z.strictObject({ populationSize: Count, sampleSize: Count, deviations: Count })
const Allocation = z.array(z.object({ name: z.string(), size: z.int() }))

export const samplingContract = {
  'sampling.size': query({
    title: 'Smallest sample for a confidence, a tolerable and an expected rate',
    params: z.strictObject({
      model: SamplingModel,
      confidence: Confidence,
      tolerableRate: Rate,
      expectedRate: Rate.optional(),
      expectedDeviations: Count.optional(),
      populationSize: Count.optional(),
    }),
    result: z.object({ sampleSize: z.int(), acceptableDeviations: z.int(), achievedConfidence: z.number() }),
    errors: ['sampling.expected_not_below_tolerable', 'sampling.no_size', 'sampling.invalid_parameter'],
    needsStore: false,
  }),
  'sampling.upperLimit': query({
    title: 'One-sided upper limit of the deviation rate',
    params: z.strictObject({
      model: SamplingModel,
      confidence: Confidence,
      sampleSize: Count,
      deviations: Count,
      populationSize: Count.optional(),
    }),
    result: z.object({ upperLimit: z.number(), deviatingItems: z.int().optional() }),
    errors: ['sampling.deviations_exceed_sample', 'sampling.size_exceeds_population', 'sampling.invalid_parameter'],
    needsStore: false,
  }),
  'sampling.upperLimitStratified': query({
    title: 'Upper limit over strata that differ (Fisher-combined exact bound)',
    params: z.strictObject({ confidence: Confidence, strata: z.array(Stratum).min(1).max(200) }),
    result: z.object({ deviatingItems: z.int(), upperLimit: z.number() }),
    errors: ['sampling.deviations_exceed_sample', 'sampling.size_exceeds_population', 'sampling.invalid_parameter'],
    needsStore: false,
  }),
  'sampling.ruleConfidence': query({
    title: 'Confidence of a whole rule in stages, extensions included',
    params: z.strictObject({
      tolerableRate: Rate,
      stages: z
        .array(z.strictObject({ size: Count, acceptUpTo: z.int().min(-1), rejectFrom: Count }))
        .min(1)
        .max(50),
    }),
    result: z.object({ confidence: z.number() }),
    errors: ['sampling.invalid_parameter'],
    needsStore: false,
  }),
  'sampling.select': query({
    title: 'Random selection by ticket: SHA-256 of seed, comma and item id, ascending',
    params: z.strictObject({ seed: Seed, itemIds: ItemIds, size: Count }),
    result: z.object({ itemIds: z.array(z.string()) }),
    errors: ['sampling.duplicate_id', 'sampling.size_exceeds_population'],
    needsStore: false,
  }),
  'sampling.systematic': query({
    title: 'Systematic selection: positions from 0 with one random start',
    params: z.strictObject({ seed: Seed, populationSize: Count, size: PositionCount }),
    result: z.object({ positions: z.array(z.int()) }),
    errors: ['sampling.size_exceeds_population'],
    needsStore: false,
  }),
  'sampling.allocate': query({
    title: 'Spread a sample over strata: one each first, then in proportion by largest remainder',
    params: z.strictObject({
      size: Count,
      strata: z.array(z.strictObject({ name: z.string().max(500), count: Count })).max(10_000),
      floor: z.array(z.strictObject({ name: z.string().max(500), size: Count })).optional(),
    }),
    result: z.object({ allocation: Allocation }),
    errors: ['sampling.size_exceeds_population', 'sampling.invalid_parameter'],
    needsStore: false,
  }),
  'sampling.policySize': query({
    title: "Sample size by the firm's policy for a frequency and a risk",
    params: z.strictObject({
      policy: z.string().max(200).optional(),
      frequency: Frequency.or(z.enum(['automated', 'semi-annual', 'semi-monthly', 'many_per_day'])),
      populationSize: Count,
      risk: Risk,
    }),
    result: z.object({
      sampleSize: z.int(),
      policy: z.object({ name: z.string(), version: z.union([z.string(), z.int()]) }),
      rule: z.string(),
    }),
    errors: ['sampling.invalid_parameter', 'sampling.unknown_policy'],
    needsStore: false,
  }),
}
