import type { Period } from '../../../shared/contract/engagement.ts'
import { addDays, daysBetween } from '../../../shared/period/dayCount.ts'
import { isWithin } from '../../../shared/period/period.ts'

/** Places on the axis of a period, in the units of the picture. */
export type Scale = {
  /** Where a day begins. */
  at: (day: string) => number
  /** Where the day after it begins. */
  after: (day: string) => number
  width: number
}

/** @returns the places of a period's days over a width; days outside of it lie on its edge */
export function scaleOf(period: Period, width: number): Scale {
  const days = daysBetween(period.start, period.end) + 1
  const at = (day: string) => (Math.min(Math.max(daysBetween(period.start, day), 0), days) / days) * width
  return { at, after: (day) => at(addDays(day, 1)), width }
}

/** Rows of some days that stand side by side as one bar. */
export type Bar = { start: string; end: string; rows: number }

/** Days of one bar: a day each in short periods, a week in long ones. */
const longestByDay = 62
const week = 7

/** @returns the rows of a period by week, or by day where it is short, from its first day on */
export function barsOf(period: Period, density: readonly { day: string; rows: number }[]): Bar[] {
  const days = daysBetween(period.start, period.end) + 1
  const step = days <= longestByDay ? 1 : week
  const bars = Array.from({ length: Math.ceil(days / step) }, (_bar, place) => {
    const start = addDays(period.start, place * step)
    const end = addDays(start, step - 1)
    return { start, end: end > period.end ? period.end : end, rows: 0 }
  })
  for (const { day, rows } of density) {
    const bar = bars[Math.floor(daysBetween(period.start, day) / step)]
    if (bar !== undefined && isWithin(day, period)) bar.rows += rows
  }
  return bars
}
