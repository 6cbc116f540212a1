import { type PhaseName, phaseNames } from '../dashboard/phases.ts'

type Minutes = { phase: PhaseName; minutes: number }
type Planned = { budget: number | null; worked: number }

/** @returns for each phase the minutes that were planned, `null` where none were, and the sum of those that were worked */
export function phaseHours(
  budgets: readonly Minutes[],
  entries: readonly Minutes[],
): ({ phase: PhaseName } & Planned)[] {
  return phaseNames.map((phase) => ({
    phase,
    budget: budgets.find((one) => one.phase === phase)?.minutes ?? null,
    worked: sum(entries.map((one) => (one.phase === phase ? one.minutes : 0))),
  }))
}

/**
 * @returns the phases for which something was planned or worked with the minutes that are left, negative where more was worked
 *   than planned; where there are several of them, at the end all together, of the phase `null`
 */
export function phasesAgainstBudget(
  phases: readonly ({ phase: PhaseName } & Planned)[],
): ({ phase: PhaseName | null; left: number | null } & Planned)[] {
  const entered = phases.filter(({ budget, worked }) => budget !== null || worked > 0)
  const planned = entered.flatMap(({ budget }) => (budget === null ? [] : [budget]))
  const all = {
    phase: null,
    budget: planned.length === 0 ? null : sum(planned),
    worked: sum(entered.map(({ worked }) => worked)),
  }
  return [...entered, ...(entered.length < 2 ? [] : [all])].map((one) => ({
    ...one,
    left: one.budget === null ? null : one.budget - one.worked,
  }))
}

/** @returns minutes as a number of hours with at most two decimals: `450` → `7.5` */
export const hoursNumber = (minutes: number): string => String(Number((minutes / 60).toFixed(2)))

/** @returns minutes in hours as a screen says them: `450` → `7.5 h` */
export const hoursText = (minutes: number): string => `${hoursNumber(minutes)} h`

const sum = (all: readonly number[]): number => all.reduce((total, minutes) => total + minutes, 0)
