import type { Period } from '../contract/engagement.ts'
import { addDays, addMonths, daysBetween } from '../period/dayCount.ts'

/** Longest period that is counted in whole months, in months. */
const longestInMonths = 120

/**
 * @returns the period that leaves no gap: it begins the day after the prior one and is as long, in months where the prior one is
 * whole months, else in days
 */
export function nextPeriod({ start, end }: Period): Period {
  const next = addDays(end, 1)
  for (let months = 1; months <= longestInMonths; months += 1) {
    const after = addMonths(start, months)
    if (after > next) break
    if (after === next) return { start: next, end: addDays(addMonths(next, months), -1) }
  }
  return { start: next, end: addDays(next, daysBetween(start, end)) }
}

/** @returns the same day a year later, of an engagement as of a date */
export function nextAsOf(asOf: string): string {
  return addMonths(asOf, 12)
}
