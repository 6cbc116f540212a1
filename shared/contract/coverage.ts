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

/** A version of the control with its days of the period. */
const VersionDays = z.object({
  controlVersionId: Id,
  effectiveOn: PlainDate,
  start: PlainDate,
  end: PlainDate,
  description: z.string(),
})

/** What a map of the period shows besides selected items. */
const periodFacts = {
  /** The days that the map shows: the observation period. */
  period: Period.nullable(),
  /** The part of it that is drawn from. */
  window: Period.nullable(),
  /** Rows that can be drawn by day. */
  density: z.array(z.object({ day: PlainDate, rows: z.int() })),
  controlVersions: z.array(VersionDays),
  marks: z.array(PeriodMark),
}

/** How a sample, or all samples of a control, cover the observation period. */
export const Coverage = z.object({
  ...periodFacts,
  months: z.array(CoverageMonth),
  withoutDate: z.int(),
  part: SamplePart.nullable(),
  /** The parts of the period that samples stand for; none where they stand for all of it. */
  parts: z.array(z.object({ sampleId: Id, part: SamplePart.nullable(), start: PlainDate, end: PlainDate })),
  /** Day of each selected item, for the period map. */
  days: z.array(
    z.object({
      sampleItemId: Id,
      itemId: z.string(),
      date: PlainDate,
      stage: z.enum(['initial', 'extension', 'replacement']),
      deviates: z.boolean(),
    }),
  ),
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
      controlId: Id,
      size: z.int().min(1).max(1_000_000),
      window: Period.optional(),
      stratifyBy: StratifyBy.optional(),
    }),
    result: z.object({
      ...periodFacts,
      populationSize: z.int(),
      /** By month; `sample` is what a stratified draw takes, and what a random one takes on average. */
      months: z.array(z.object({ month: z.string(), population: z.int(), sample: z.number() })),
      /** Months with rows in which a draw of this kind may well select nothing. */
      mayStayEmpty: z.array(z.string()),
      /** Samples that were drawn of these days for this control before: one more needs a reason. */
      drawnBefore: z.int(),
    }),
    errors: ['population.not_found', 'control.not_found', 'sampling.size_exceeds_population'],
  }),
  'sample.coverage': query({
    title: 'How a sample covers the observation period, month by month',
    params: z.strictObject({ sampleId: Id }),
    result: Coverage,
    errors: ['sample.not_found'],
  }),
  'sample.controlCoverage': query({
    title: 'How all samples of a control together cover the observation period',
    params: z.strictObject({ controlId: Id }),
    result: Coverage,
    errors: ['control.not_found'],
  }),
}
