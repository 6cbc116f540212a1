import type { Trend } from '../../shared/contract/compare.ts'
import type { ComparedChange, ComparedKind } from '../../shared/compare/compared.ts'
import { datesOf } from '../engagements/engagementWords.ts'

export const kindTitles: Record<ComparedKind, string> = {
  controls: 'Controls',
  criteria: 'Criteria',
  commitments: 'Commitments',
  organisations: 'Third parties',
  complementary: 'Complementary controls',
  tests: 'Procedures',
  populations: 'Populations',
  samples: 'Samples',
  deviations: 'Deviation rates',
  conclusions: 'Conclusions',
  opinion: 'Opinion',
  requests: 'Requests',
}

export const changeTitles: Record<ComparedChange, string> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Removed',
  unchanged: 'Unchanged',
}

/** @returns a period of a trend by its last day, which takes less room than both */
export function untilWords(period: Trend['periods'][number]): string {
  return period.period === null ? datesOf(period) : `to ${period.period.end}`
}

/** @returns the last day of a period, or the day that a report of a day is about */
export function endWords({ period, asOf }: Trend['periods'][number]): string {
  return period?.end ?? asOf ?? ''
}
