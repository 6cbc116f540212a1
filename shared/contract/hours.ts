import { z } from 'zod'
import { phaseNames } from '../dashboard/phases.ts'
import { command, query } from './define.ts'
import { Id, Line, Nothing, page, PlainDate } from './values.ts'

const Phase = z.enum(phaseNames)

/** What somebody worked on a day, in minutes. */
export const TimeEntry = z.object({
  timeEntryId: Id,
  practitionerId: Id,
  name: z.string(),
  phase: Phase,
  workedOn: PlainDate,
  minutes: z.int(),
  note: z.string().nullable(),
})
export type TimeEntry = z.infer<typeof TimeEntry>

/** A phase with the minutes that were planned for it, `null` where none were, and those that were worked. */
export const PhaseHours = z.object({ phase: Phase, budget: z.int().nullable(), worked: z.int() })
export type PhaseHours = z.infer<typeof PhaseHours>

export const hoursContract = {
  'hours.list': query({
    title: 'The hours of an engagement: planned and worked by phase, and each entry, the latest day first',
    params: z.strictObject({ engagementId: Id, ...page }),
    result: z.object({ phases: z.array(PhaseHours), total: z.int(), entries: z.array(TimeEntry) }),
    errors: ['engagement.not_found'],
  }),
  'hours.setBudget': command({
    title: 'Plan the hours of a phase, in minutes; `null` plans none',
    params: z.strictObject({ engagementId: Id, phase: Phase, minutes: z.int().min(0).max(6_000_000).nullable() }),
    result: Nothing,
    errors: ['engagement.not_found'],
  }),
  'hours.record': command({
    title: 'Record what whoever is signed in worked on a day, in minutes, or change such an entry of theirs',
    params: z.strictObject({
      engagementId: Id,
      timeEntryId: Id.optional(),
      phase: Phase,
      workedOn: PlainDate,
      minutes: z.int().min(1).max(1440),
      note: Line.nullable().optional(),
    }),
    result: z.object({ timeEntryId: Id }),
    errors: ['engagement.not_found', 'hours.not_found', 'hours.of_another', 'hours.in_future'],
  }),
  'hours.remove': command({
    title: 'Hide an entry of hours of whoever is signed in; its history stays',
    params: z.strictObject({ timeEntryId: Id }),
    result: Nothing,
    errors: ['hours.not_found', 'hours.of_another'],
  }),
}
