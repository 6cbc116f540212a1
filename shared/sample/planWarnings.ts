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
  /** Days that the population is from; a year without them. */
  days?: number | undefined
  /** Rows that can be drawn and have no date, where the plan tells rows apart by day. */
  undated?: number | undefined
}

/**
 * How often a control of a frequency runs in a year, from and to, where the frequency says how many items its population
 * should hold. Daily can mean every working day.
 */
const runsPerYear: Partial<Record<Frequency, readonly [number, number]>> = {
  annual: [1, 1],
  semiannual: [2, 2],
  quarterly: [4, 4],
  monthly: [12, 12],
  semimonthly: [24, 24],
  weekly: [52, 53],
  daily: [240, 366],
}

const daysOfYear = 366

/**
 * What the auditor should think of before accepting a size. Nothing is refused for it.
 * @returns sentences; the last one always stands
 */
export function planWarnings(plan: PlannedSample): string[] {
  const { drawnBefore, undated = 0 } = plan
  return [
    ...runWarnings(plan),
    ...sizeWarnings(plan),
    ...changeWarnings(plan),
    ...(undated === 0
      ? []
      : [
          `${countOf(undated, 'row')} without a date ${undated === 1 ? 'belongs' : 'belong'} to no part of the period.`,
        ]),
    ...(drawnBefore > 0
      ? [
          'This population was already drawn from for this control. A second draw needs a reason, and both stay visible.',
        ]
      : []),
    'Evidence of a prior period never reduces the sample; deviations of a prior period may increase it.',
  ]
}

/** Misreading the frequency, and counting transactions in place of runs, are the common mistakes of a plan. */
function runWarnings({ frequency, populationSize, days = daysOfYear }: PlannedSample): string[] {
  if (frequency === 'event') {
    return [
      `The control runs when there is an occasion, so its occurrences in the period were counted: ${countText(populationSize)}. The size follows from that count.`,
    ]
  }
  const [least, most] = runsPerYear[frequency] ?? [0, Infinity]
  if (populationSize > Math.ceil((most * days) / daysOfYear)) {
    return [
      `Frequency is how often the control runs, not how many transactions there are: the control is ${frequencyWords[frequency]}, ` +
        `yet the population holds ${countOf(populationSize, 'item')}. Check whether each item is one run of the control.`,
    ]
  }
  const expected = Math.floor((least * days) / daysOfYear)
  if (populationSize >= expected) return []
  return [
    `The control is ${frequencyWords[frequency]}, so it should have run at least ${countOf(expected, 'time')}; the population holds only ` +
      `${countOf(populationSize, 'item')}. Either the list is not complete, or the control did not run every time.`,
  ]
}

function sizeWarnings({ populationSize, policySize }: PlannedSample): string[] {
  if (populationSize === 0)
    return ['The population holds nothing to select: the control did not occur, or the list is not complete.']
  if (policySize >= populationSize) return ['The population is so small that all of it is selected.']
  const minimum = statisticalMinimum({ populationSize, confidence: 0.9, tolerableRate: 0.1 })
  if (minimum !== null && policySize >= minimum) return []
  return [
    `${countText(policySize)} of ${countOf(populationSize, 'item')} rests on judgement: a sample this small supports no tolerable rate of up to 10 % at 90 % confidence.`,
  ]
}

function changeWarnings({ wordings }: PlannedSample): string[] {
  if (wordings.length < 2) return []
  return [
    `The control changed within the period (${wordings.slice(1).join(', ')}). Each version is a population and a sample of its own.`,
  ]
}
