import type { ProcedureNature, ProcedureTiming } from '../contract/procedure.ts'

/** How the nature of a procedure is called. */
export const natureWords: Record<ProcedureNature, string> = {
  inquiry: 'Inquiry',
  observation: 'Observation',
  inspection: 'Inspection',
  reperformance: 'Re-performance',
}

/** How the timing of a procedure is called. */
export const timingWords: Record<ProcedureTiming, string> = {
  interim: 'Interim',
  roll_forward: 'Year-end, roll-forward',
  throughout: 'Throughout the period',
  as_of: 'As of a date',
}
