import type { Period } from '../contract/engagement.ts'
import { DomainError } from '../errors/domainError.ts'
import { daysBetween } from './dayCount.ts'
import { daysInMonth, monthOf, type PlainDate, readPlainDate, writePlainDate } from './plainDate.ts'

/** A month of a period: its first and last day within the period. */
export type PeriodMonth = { month: string; start: PlainDate; end: PlainDate }

/**
 * Checks that both bounds are days and in order; a period of one day is a period.
 * @throws DomainError `period.invalid_date`, `period.end_before_start`
 */
export function checkPeriod({ start, end }: Period): void {
  readPlainDate(start)
  readPlainDate(end)
  if (end < start) throw new DomainError('period.end_before_start', { start, end })
}

/** @returns whether the day lies in the period, both bounds included */
export function isWithin(date: PlainDate, { start, end }: Period): boolean {
  return date >= start && date <= end
}

/**
 * @returns days of the period, both bounds included
 * @throws DomainError as `checkPeriod`
 */
export function daysIn(period: Period): number {
  checkPeriod(period)
  return daysBetween(period.start, period.end) + 1
}

/**
 * @returns the calendar months that the period touches, in order; the first and the last one clipped to the period
 * @throws DomainError as `checkPeriod`
 */
export function monthsOf(period: Period): PeriodMonth[] {
  checkPeriod(period)
  const { start, end } = period
  const months: PeriodMonth[] = []
  let { year, month } = readPlainDate(start)
  for (;;) {
    const first = writePlainDate({ year, month, day: 1 })
    const last = writePlainDate({ year, month, day: daysInMonth(year, month) })
    months.push({ month: monthOf(first), start: first < start ? start : first, end: last > end ? end : last })
    if (last >= end) return months
    month = (month % 12) + 1
    if (month === 1) year += 1
  }
}
