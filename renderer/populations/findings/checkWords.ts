import type { PopulationCheck } from '../../../shared/contract/population.ts'

/** What each check looks at. */
export const checkWords: Record<PopulationCheck, string> = {
  duplicate_ids: 'Ids that occur twice',
  outside_period: 'Rows outside the period',
  control_total: 'Control total',
  rejected_rows: 'Rows left out',
  look_alike_ids: 'Ids that look alike',
  sequence_gaps: 'Gaps in the numbers',
  months_without_rows: 'Months without rows',
  days_without_rows: 'Days without rows',
  dated_after_extract: 'Rows dated after the extract',
  rows_without_date: 'Rows without a date',
}

/** @returns whether what a check found is settled row by row */
export function isSettledByRow(check: PopulationCheck): boolean {
  return check === 'duplicate_ids' || check === 'outside_period'
}
