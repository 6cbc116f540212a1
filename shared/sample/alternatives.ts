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

/** The plan that the alternatives stand around. */
export type PlannedAim = { confidence: number; tolerableRate: number; deviations: number }

const confidences = [0.9, 0.95]
const tolerableRates = [0.05, 0.09, 0.1]
const deviations = [0, 1, 2]

/**
 * @param aim joins the usual figures where it is none of them
 * @returns the usual plans for a population of known size (hypergeometric), by confidence, rate and deviations
 */
export function statisticalAlternatives(populationSize: number, aim?: PlannedAim): StatisticalAlternative[] {
  return withOwn(confidences, aim?.confidence).flatMap((confidence) =>
    withOwn(tolerableRates, aim?.tolerableRate).flatMap((tolerableRate) =>
      withOwn(deviations, aim?.deviations).map((expectedDeviations) => {
        const plan = { confidence, tolerableRate, expectedDeviations }
        return { ...plan, sampleSize: sizeOf({ ...plan, populationSize }) }
      }),
    ),
  )
}

function withOwn(usual: readonly number[], own: number | undefined): number[] {
  return [...new Set(own === undefined ? usual : [...usual, own])].toSorted((a, b) => a - b)
}

function sizeOf(plan: Omit<StatisticalAlternative, 'sampleSize'> & { populationSize: number }): number | null {
  if (plan.populationSize === 0 || plan.tolerableRate === 0) return null
  try {
    return sampleSize({ model: 'hypergeometric', ...plan }).sampleSize
  } catch (error) {
    if (error instanceof DomainError && error.code === 'sampling.no_size') return null
    throw error
  }
}
