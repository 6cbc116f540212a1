import { DomainError } from '../errors/domainError.ts'
import { sampleSize } from '../sampling/sampleSize.ts'

/** What statistics say beside the policy: the size for a confidence, a tolerable rate and a number of acceptable deviations. */
export type StatisticalAlternative = {
  confidence: number
  tolerableRate: number
  expectedDeviations: number
  /** `null` where no sample of this population gives the confidence. */
  sampleSize: number | null
}

const confidences = [0.9, 0.95]
const tolerableRates = [0.05, 0.09, 0.1]
const deviations = [0, 1, 2]

/** @returns the usual plans for a population of known size (hypergeometric), by confidence, rate and deviations */
export function statisticalAlternatives(populationSize: number): StatisticalAlternative[] {
  return confidences.flatMap((confidence) =>
    tolerableRates.flatMap((tolerableRate) =>
      deviations.map((expectedDeviations) => {
        const plan = { confidence, tolerableRate, expectedDeviations }
        return { ...plan, sampleSize: sizeOf({ ...plan, populationSize }) }
      }),
    ),
  )
}

function sizeOf(plan: Omit<StatisticalAlternative, 'sampleSize'> & { populationSize: number }): number | null {
  if (plan.populationSize === 0) return null
  try {
    return sampleSize({ model: 'hypergeometric', ...plan }).sampleSize
  } catch (error) {
    if (error instanceof DomainError && error.code === 'sampling.no_size') return null
    throw error
  }
}
