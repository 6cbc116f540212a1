import type { Period } from '../contract/engagement.ts'
import { addDays } from '../period/dayCount.ts'
import { wordingsWithin } from './wordingsWithin.ts'

/** The part of a period in which one wording of a control was in force. */
export type VersionWindow = { effectiveOn: string; window: Period }

/**
 * A control that changed within the period is several controls, each with a population of its own.
 * @param days on which the wordings of a control begin, ascending
 * @returns the wordings in force within the period, each with its days of it; together they are the period, save for
 * days before the first wording
 */
export function versionWindows(days: readonly string[], period: Period): VersionWindow[] {
  const within = [...new Set(wordingsWithin(days, period))]
  return within.map((effectiveOn, place) => {
    const next = within[place + 1]
    const start = effectiveOn < period.start ? period.start : effectiveOn
    return { effectiveOn, window: { start, end: next === undefined ? period.end : addDays(next, -1) } }
  })
}
