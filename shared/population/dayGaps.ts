import { addDays, daysBetween } from '../period/dayCount.ts'

/** A list has a row for every day where this part of the days from its first to its last have one. */
const nearlyAll = 0.9
const fewestDays = 20

/**
 * The days that a list of every day leaves out: what should have run daily did not, or was not recorded. A list whose days
 * are many fewer follows another rhythm, and nothing is said about it.
 * @param days with rows, ascending, as `2025-10-01`
 */
export function daysWithoutRows(days: readonly string[]): string[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined || days.length < fewestDays) return []
  const span = daysBetween(first, last) + 1
  if (days.length === span || days.length < nearlyAll * span) return []
  const found = new Set(days)
  return Array.from({ length: span }, (_day, at) => addDays(first, at)).filter((day) => !found.has(day))
}
