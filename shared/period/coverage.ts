import type { Period } from '../contract/engagement.ts'
import { monthsOf } from './period.ts'

/** How many items carry a date in a month, `2025-10`. */
export type MonthCount = { month: string; count: number }

export type MonthCoverage = {
  month: string
  population: number
  sample: number
  /**
   * `not_selected`: the population has items, the sample none; justify it or plan again.
   * `no_population`: nothing happened in the month, or the list is not complete.
   */
  flag: 'not_selected' | 'no_population' | null
}

/**
 * How a sample covers the observation period, shown before a draw is accepted.
 * @returns every month of the period in order, and none outside it
 * @throws DomainError `period.invalid_date`, `period.end_before_start`
 */
export function coverage(
  period: Period,
  population: readonly MonthCount[],
  sample: readonly MonthCount[],
): MonthCoverage[] {
  const inPopulation = byMonth(population)
  const inSample = byMonth(sample)
  return monthsOf(period).map(({ month }) => {
    const counts = { population: inPopulation.get(month) ?? 0, sample: inSample.get(month) ?? 0 }
    return { month, ...counts, flag: flagOf(counts) }
  })
}

function byMonth(counts: readonly MonthCount[]): Map<string, number> {
  const total = new Map<string, number>()
  for (const { month, count } of counts) total.set(month, (total.get(month) ?? 0) + count)
  return total
}

function flagOf({ population, sample }: { population: number; sample: number }): MonthCoverage['flag'] {
  if (population === 0) return 'no_population'
  return sample === 0 ? 'not_selected' : null
}
