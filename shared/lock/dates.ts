import { addDays, addMonths, daysBetween } from '../period/dayCount.ts'
import type { PlainDate } from '../period/plainDate.ts'

/** Days from the report date until the file is assembled: at most 60 (AT-C 105, AU-C 230). */
export const usualCompletionDays = 60

/** Years that a file is kept, from the release of the report: commonly five at least. */
export const usualRetentionYears = 5

/** @returns the last day on which the file is assembled: as many days after the report date */
export function completionOn(reportOn: PlainDate, completionDays: number): PlainDate {
  return addDays(reportOn, completionDays)
}

/** @returns the last day on which the file is kept; from 29 February on it is 28 February where the year has no other */
export function retentionEndsOn(releaseOn: PlainDate, retentionYears: number): PlainDate {
  return addMonths(releaseOn, 12 * retentionYears)
}

/** The date that a countdown runs to, and how many days are left; below 0 when it is past. */
export type Countdown = { to: 'report' | 'completion'; on: PlainDate; days: number }

/**
 * @param today the day at the auditor's desk
 * @returns the next dates of a file that is not locked: the planned report date, then the last day of its assembly
 */
export function countdowns(
  dates: { plannedReportOn: PlainDate | null; reportOn: PlainDate | null; completionDays: number },
  today: PlainDate,
): Countdown[] {
  const { plannedReportOn, reportOn, completionDays } = dates
  const from = reportOn ?? plannedReportOn
  if (from === null) return []
  const completion = completionOn(from, completionDays)
  return [
    ...(reportOn === null ? [{ to: 'report' as const, on: from, days: daysBetween(today, from) }] : []),
    { to: 'completion' as const, on: completion, days: daysBetween(today, completion) },
  ]
}
