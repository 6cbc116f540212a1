import { type PhaseName, phaseNames } from '../dashboard/phases.ts'

type Minutes = { phase: PhaseName; minutes: number }

/** @returns for each phase the minutes that were planned, `null` where none were, and the sum of those that were worked */
export function phaseHours(
  budgets: readonly Minutes[],
  entries: readonly Minutes[],
): { phase: PhaseName; budget: number | null; worked: number }[] {
  return phaseNames.map((phase) => ({
    phase,
    budget: budgets.find((one) => one.phase === phase)?.minutes ?? null,
    worked: entries.reduce((sum, one) => sum + (one.phase === phase ? one.minutes : 0), 0),
  }))
}

/** @returns minutes as hours with at most two decimals: `450` → `7.5 h` */
export const hoursText = (minutes: number): string => `${Number((minutes / 60).toFixed(2))} h`
