import type { SelectionMethod } from '../contract/sample.ts'
import type { Fraction } from './parameters.ts'
import type { FiniteSample } from './upperLimit.ts'

/** What has been examined of a sample so far. */
export type Examination = {
  method: SelectionMethod | 'haphazard'
  /** Items with a result; those that are not applicable do not count. */
  examined: number
  deviations: number
  /** Items of the sample that have no result yet. */
  untested: number
  /** `null` when it is not known. */
  populationSize: number | null
  confidence: Fraction
  tolerableRate: Fraction
  /** Given when the strata differ (systems, teams, unequal allocation); without it a stratified sample counts as one. */
  strata?: readonly FiniteSample[] | undefined
}

/** @returns whether nothing of the population was left out, so that there is no sampling risk */
export function isFullCount({ method, examined, untested, populationSize }: Examination): boolean {
  return examined === populationSize || (method === 'all' && untested === 0)
}
