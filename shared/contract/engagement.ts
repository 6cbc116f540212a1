import { z } from 'zod'
import { command, job, query } from './define.ts'
import { Id, Instant, Line, Nothing, PlainDate } from './values.ts'

export const ReportType = z.enum(['type1', 'type2'])
export type ReportType = z.infer<typeof ReportType>

export const Category = z.enum(['security', 'availability', 'confidentiality', 'processing_integrity', 'privacy'])
export type Category = z.infer<typeof Category>

/** Observation period of a Type 2 engagement, both days included. */
export const Period = z.strictObject({ start: PlainDate, end: PlainDate })
export type Period = z.infer<typeof Period>

const Progress = z.object({
  controls: z.int(),
  criteria: z.int(),
  criteriaWithoutControl: z.int(),
  populations: z.int(),
  populationsConcluded: z.int(),
  samples: z.int(),
  sampleItems: z.int(),
  resultsExpected: z.int(),
  resultsRecorded: z.int(),
  deviations: z.int(),
  deviationsOpen: z.int(),
  controlsConcluded: z.int(),
})

export const Engagement = z.object({
  engagementId: Id,
  client: z.string(),
  system: z.string().nullable(),
  reportType: ReportType,
  period: Period.nullable(),
  asOf: PlainDate.nullable(),
  categories: z.array(Category),
  createdAt: Instant,
  changedAt: Instant,
  /** Journal entries so far: the "entry 812" of the status line. */
  entries: z.int(),
  progress: Progress,
})
export type Engagement = z.infer<typeof Engagement>

const scope = {
  client: Line,
  system: Line.optional(),
  reportType: ReportType,
  period: Period.optional(),
  asOf: PlainDate.optional(),
  categories: z.array(Category).min(1).max(5),
}

const scopeErrors = [
  'engagement.period_required',
  'engagement.as_of_required',
  'period.end_before_start',
  'engagement.security_required',
  'engagement.period_not_for_type1',
  'engagement.as_of_not_for_type2',
] as const

export const engagementContract = {
  'engagement.create': command({
    title: 'Create an engagement',
    params: z.strictObject(scope),
    result: z.object({ engagementId: Id }),
    errors: scopeErrors,
  }),
  'engagement.createSample': job({
    title: 'Create the sample engagement of an invented client, to look around in',
    params: Nothing,
    result: z.object({ engagementId: Id }),
  }),
  'engagement.update': command({
    title: "Change an engagement's client, dates or categories",
    params: z.strictObject({ engagementId: Id, ...scope }),
    result: Nothing,
    errors: [...scopeErrors, 'engagement.not_found', 'engagement.type_is_fixed'],
  }),
  'engagement.list': query({
    title: 'All engagements of the store',
    params: Nothing,
    result: z.object({ engagements: z.array(Engagement) }),
  }),
  'engagement.get': query({
    title: 'One engagement with its progress counts',
    params: z.strictObject({ engagementId: Id }),
    result: Engagement,
    errors: ['engagement.not_found'],
  }),
}
