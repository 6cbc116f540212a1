import { z } from 'zod'
import { command, query } from './define.ts'
import { Period } from './engagement.ts'
import { PeriodMark } from './periodMark.ts'
import { SamplePart, StratifyBy } from './sample.ts'
import { Id, Nothing, PlainDate, Reason } from './values.ts'

const CoverageMonth = z.object({
  month: z.string(),
  population: z.int(),
  sample: z.int(),
  flag: z.enum(['not_selected', 'no_population']).nullable(),
  /** Why a month without a selected item is all right. */
  justified: z.string().nullable(),
})

/** How the sample covers the observation period. */
export const Coverage = z.object({
  months: z.array(CoverageMonth),
  withoutDate: z.int(),
  /** The days that the map shows: the observation period. */
  period: Period.nullable(),
  /** The part of it that the sample stands for. */
  window: Period.nullable(),
  part: SamplePart.nullable(),
  /** Rows that can be drawn by day. */
  density: z.array(z.object({ day: PlainDate, rows: z.int() })),
  /** Day of each selected item, for the period map. */
  days: z.array(
    z.object({
      itemId: z.string(),
      date: PlainDate,
      stage: z.enum(['initial', 'extension', 'replacement']),
      deviates: z.boolean(),
    }),
  ),
  controlVersions: z.array(z.object({ effectiveOn: PlainDate, description: z.string() })),
  marks: z.array(PeriodMark),
})
export type Coverage = z.infer<typeof Coverage>

export const coverageContract = {
  'sample.justify': command({
    title: 'Say why a month without a selected item is all right; without a reason it is open again',
    params: z.strictObject({ sampleId: Id, month: z.string().regex(/^\d{4}-\d{2}$/), reason: Reason.nullable() }),
    result: Nothing,
    errors: ['sample.not_found', 'sample.no_hole'],
  }),
  'sample.preview': query({
    title: 'How a draw of so many would spread over the months, before it is made; no item is shown',
    params: z.strictObject({
      populationId: Id,
      size: z.int().min(1).max(1_000_000),
      window: Period.optional(),
      stratifyBy: StratifyBy.optional(),
    }),
    result: z.object({
      populationSize: z.int(),
      /** By month; `sample` is what a stratified draw takes, and what a random one takes on average. */
      months: z.array(z.object({ month: z.string(), population: z.int(), sample: z.number() })),
      /** Months with rows in which a draw of this kind may well select nothing. */
      mayStayEmpty: z.array(z.string()),
    }),
    errors: ['population.not_found', 'sampling.size_exceeds_population'],
  }),
  'sample.coverage': query({
    title: 'How a sample covers the observation period, month by month',
    params: z.strictObject({ sampleId: Id }),
    result: Coverage,
    errors: ['sample.not_found'],
  }),
}
