import type { Frequency } from '../../../shared/contract/control.ts'
import { frequencyWords } from '../../../shared/sampling/frequency.ts'

/**
 * What a frequency means for the size: misreading it is the commonest mistake of a plan.
 * @param frequency as the plan counts it: an automated control is `continuous`, however often it runs
 */
export function frequencyAdvice(frequency: string): string {
  const words = frequencyWords[frequency as Frequency]
  switch (frequency) {
    case 'event':
      return `The control is ${words}: it runs when there is an occasion, so what occurred in the period is counted.`
    case 'continuous':
      return `The control is ${words}: it runs alike every time, so each version of it is seen.`
    case 'multiple_daily':
      return `The control runs ${words}: each item of the population should be one run of it.`
    default:
      return `The control is ${words}: each item of the population should be one run of it, not one transaction.`
  }
}
