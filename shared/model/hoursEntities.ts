import type { PhaseName } from '../dashboard/phases.ts'
import { type Field, integer, optional, text } from './field.ts'

/** Entities of the hours that an engagement takes: what was planned, and what was worked. */
export const hoursEntities = {
  /** Minutes planned for a phase; its id is engagement:phase. */
  hoursBudget: { phase: text<PhaseName>(), minutes: integer() },
  timeEntry: {
    practitionerId: text(),
    phase: text<PhaseName>(),
    workedOn: text(),
    minutes: integer(),
    note: optional(text()),
  },
} as const satisfies Record<string, Record<string, Field>>
