import type { Deviation, DeviationStatus } from '../contract/deviation.ts'

/** How the nature of a deviation is called. */
export const natureWords: Record<NonNullable<Deviation['nature']>, string> = {
  isolated: 'Isolated',
  systematic: 'Systematic',
  intentional: 'Intentional',
}

/** How far a deviation is, in words. */
export const statusWords: Record<DeviationStatus, string> = {
  open: 'Open',
  confirmed: 'Confirmed with the client',
  evaluated: 'Evaluated',
  concluded: 'Concluded',
}
