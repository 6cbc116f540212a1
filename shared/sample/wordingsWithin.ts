import type { Period } from '../contract/engagement.ts'

/**
 * @param days on which the wordings of a control begin, ascending
 * @param period `null` for an engagement as of a date
 * @returns those that were in force within the period: the last one that began by its first day, and all that began later in it
 */
export function wordingsWithin(days: readonly string[], period: Period | null): string[] {
  if (period === null) return days.slice(-1)
  return [
    ...days.filter((day) => day <= period.start).slice(-1),
    ...days.filter((day) => day > period.start && day <= period.end),
  ]
}
