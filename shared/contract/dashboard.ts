import { z } from 'zod'
import { phaseNames, stepNames } from '../dashboard/phases.ts'
import { requestAges } from '../dashboard/requestAge.ts'
import { query } from './define.ts'
import { Period } from './engagement.ts'
import { PhaseHours } from './hours.ts'
import { Id, PlainDate } from './values.ts'

/** How far a phase is; `share` is a fraction, and `null` where the phase has nothing to do yet. */
export const Phase = z.object({
  phase: z.enum(phaseNames),
  share: z.number().min(0).max(1).nullable(),
  steps: z.array(z.object({ step: z.enum(stepNames), done: z.int(), total: z.int() })),
})
export type Phase = z.infer<typeof Phase>

/** What waits for somebody. */
const Open = z.object({
  deviations: z.int(),
  /** Review notes that are not cleared; coaching asks nothing of anybody and does not count. */
  notes: z.int(),
  requests: z.int(),
  requestsOverdue: z.int(),
})

/** A date to count down to; `days` from today, below 0 once it is past. */
const DateAhead = z.object({
  date: z.enum(['period_end', 'report_planned', 'report', 'release', 'lock']),
  on: PlainDate,
  days: z.int(),
})
export type DateAhead = z.infer<typeof DateAhead>

const ControlProgress = z.object({
  controlId: Id,
  ref: z.string(),
  title: z.string(),
  /** Cells of its test sheets without replaced items, and those of them with an outcome. */
  cells: z.int(),
  recorded: z.int(),
  /** Aspects that a conclusion was drawn on, of those that the report speaks of. */
  concluded: z.int(),
  aspects: z.int(),
  deviationsOpen: z.int(),
})
export type ControlProgress = z.infer<typeof ControlProgress>

const CriterionProgress = z.object({
  criterionId: z.string(),
  series: z.string(),
  controls: z.int(),
  /** Of the controls that answer the criterion; a control counts under each of its criteria. */
  cells: z.int(),
  recorded: z.int(),
  controlsConcluded: z.int(),
})
export type CriterionProgress = z.infer<typeof CriterionProgress>

const PersonProgress = z.object({
  practitionerId: Id,
  name: z.string(),
  /** Sections and papers that the person took on. */
  takenOn: z.int(),
  /** Outcomes on test sheets that the person recorded last. */
  recorded: z.int(),
  prepared: z.int(),
  reviewed: z.int(),
  /** Notes of the person that are not cleared. */
  notesOpen: z.int(),
})
export type PersonProgress = z.infer<typeof PersonProgress>

/** A month of a control: rows that can be drawn, items selected; `open` where rows have no item and nobody said why. */
const MapMonth = z.object({ population: z.int(), sample: z.int(), open: z.boolean() })

const MapControl = z.object({ controlId: Id, ref: z.string(), title: z.string(), months: z.array(MapMonth) })
export type MapControl = z.infer<typeof MapControl>

/** The observation period of all controls that a sample was drawn for, month by month. */
export const PeriodOverview = z.object({ months: z.array(z.string()), controls: z.array(MapControl) })
export type PeriodOverview = z.infer<typeof PeriodOverview>

/** Whether what rests on signed papers that were not read since the store was opened may be left out, so that nobody waits for that. */
const readOnly = z.boolean().default(false)

export const Dashboard = z.object({
  /** Whether signed papers are still to be read: the phase of the review and the people, who rest on them, are left out then. */
  unread: z.boolean(),
  phases: z.array(Phase),
  open: Open,
  dates: z.array(DateAhead),
  criteria: z.array(CriterionProgress),
  controls: z.array(ControlProgress),
  people: z.array(PersonProgress),
  deviations: z.array(z.object({ status: z.enum(['open', 'confirmed', 'evaluated', 'concluded']), count: z.int() })),
  notes: z.object({ open: z.int(), answered: z.int(), late: z.int() }),
  requests: z.array(z.object({ age: z.enum(requestAges), open: z.int(), overdue: z.int() })),
  /** `null` for an engagement as of a date: there is no period to cover. */
  periodMap: PeriodOverview.nullable(),
  /** Planned and worked, by phase; empty where nobody entered any. */
  hours: z.array(PhaseHours),
})
export type Dashboard = z.infer<typeof Dashboard>

/** One engagement among all of the store. */
export const PortfolioEntry = z.object({
  engagementId: Id,
  client: z.string(),
  period: Period.nullable(),
  phases: z.array(Phase),
  open: Open,
  dates: z.array(DateAhead),
})
export type PortfolioEntry = z.infer<typeof PortfolioEntry>

export const dashboardContract = {
  'dashboard.engagement': query({
    title:
      'Where an engagement stands: by phase, criterion, control and person, what is open, and the map of its period',
    params: z.strictObject({ engagementId: Id, today: PlainDate, readOnly }),
    result: Dashboard,
    errors: ['engagement.not_found'],
  }),
  'dashboard.portfolio': query({
    title: 'Where all engagements of the store stand',
    params: z.strictObject({ today: PlainDate, readOnly }),
    result: z.object({
      engagements: z.array(PortfolioEntry),
      /** How many were left out; they are read by and by. */
      unread: z.int(),
    }),
  }),
}
