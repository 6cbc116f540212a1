import type { Frequency } from '../contract/control.ts'
import { countOf, countText } from '../sampling/figureText.ts'
import { frequencyWords } from '../sampling/frequency.ts'
import { statisticalMinimum } from '../sampling/noLimit.ts'

/** What a sampling plan is made for. */
export type PlannedSample = {
  frequency: Frequency
  /** Rows that can be drawn. */
  populationSize: number
  policySize: number
  /** Days on which the wordings of the control in force within the period begin. */
  wordings: readonly string[]
  /** Samples already drawn from this population for this control. */
  drawnBefore: number
}

/** How often a control of a frequency runs in a year, where that says how many items its population should hold. */
const runsPerYear: Partial<Record<Frequency, number>> = {
  annual: 1,
  semiannual: 2,
  quarterly: 4,
  monthly: 12,
  semimonthly: 24,
  weekly: 53,
  daily: 366,
}

/**
 * What the auditor should think of before accepting a size. Nothing is refused for it.
 * @returns sentences; the last one always stands
 */
export function planWarnings({
  frequency,
  populationSize,
  policySize,
  wordings,
  drawnBefore,
}: PlannedSample): string[] {
  const runs = runsPerYear[frequency]
  return [
    ...(runs !== undefined && populationSize > runs
      ? [
          `Frequency is how often the control runs, not how many transactions there are: the control is ${frequencyWords[frequency]}, ` +
            `yet the population holds ${countOf(populationSize, 'item')}. Check whether each item is one run of the control.`,
        ]
      : []),
    ...(restsOnJudgement(policySize, populationSize)
      ? [
          `${countText(policySize)} of ${countOf(populationSize, 'item')} rests on judgement: a sample this small supports no tolerable rate of up to 10 % at 90 % confidence.`,
        ]
      : []),
    ...(wordings.length > 1
      ? [
          `The control changed within the period (${wordings.slice(1).join(', ')}). Each version is a population and a sample of its own.`,
        ]
      : []),
    ...(drawnBefore > 0
      ? [
          'This population was already drawn from for this control. A second draw needs a reason, and both stay visible.',
        ]
      : []),
    'Evidence of a prior period never reduces the sample; deviations of a prior period may increase it.',
  ]
}

function restsOnJudgement(size: number, populationSize: number): boolean {
  if (size >= populationSize) return false
  const minimum = statisticalMinimum({ populationSize, confidence: 0.9, tolerableRate: 0.1 })
  return minimum === null || size < minimum
}
