import { DomainError } from '../errors/domainError.ts'
import { distributionOf, isRarelyAccepted, type SamplingModel, type Supposition } from './acceptance.ts'
import { firstWhere } from './bisect.ts'
import { checkCount, type Fraction, invalid, readConfidence, readRate } from './parameters.ts'
import { ceilOf, compareDecimals, type Decimal, mostItemsWith } from './rate.ts'
import { tailsAt } from './tail.ts'

/** Beyond this many items no sample is planned. */
export const largestPlannedSample = 5000

export type SampleSizePlan = {
  /** `hypergeometric` when the population is finite and known, `binomial` otherwise. */
  model: SamplingModel
  confidence: Fraction
  tolerableRate: Fraction
  /** Either a rate or a number; without both no deviation is acceptable (discovery sampling). */
  expectedRate?: Fraction | undefined
  expectedDeviations?: number | undefined
  /** Needed by the hypergeometric model; a limit to the size in the others. */
  populationSize?: number | undefined
}

export type PlannedSize = {
  sampleSize: number
  acceptableDeviations: number
  /** 1 − P(a population at the tolerable rate is accepted) */
  achievedConfidence: number
}

/**
 * Smallest sample such that a population at the tolerable rate would be accepted with probability at most
 * 1 − confidence (attribute sampling; AICPA Audit Sampling guide, appendix A; GAO FAM 450).
 * @throws DomainError `sampling.expected_not_below_tolerable`, `sampling.no_size`, `sampling.invalid_parameter`
 */
export function sampleSize(plan: SampleSizePlan): PlannedSize {
  const { confidence, tolerable, expected } = readPlan(plan)
  const limit = Math.min(largestPlannedSample, plan.populationSize ?? Infinity)
  const supposition = suppositionOf(plan, tolerable)
  // k grows with n. For one k a greater n is never worse, so the last n of each k tells whether any n with it will do.
  for (let from = 1; from <= limit;) {
    const k = expected.rate === undefined ? expected.deviations : ceilOf(expected.rate, from)
    const to = Math.min(limit, lastSizeWith(k, expected.rate))
    const suffices = (n: number) => isRarelyAccepted(supposition(n), k, confidence)
    if (suffices(to)) {
      const size = firstWhere(from, to, suffices)
      const achievedConfidence = tailsAt(distributionOf(supposition(size)), k).upper
      return { sampleSize: size, acceptableDeviations: k, achievedConfidence }
    }
    from = to + 1
  }
  throw new DomainError('sampling.no_size', { limit })
}

type Expected = { rate: Decimal; deviations?: never } | { rate?: undefined; deviations: number }

function readPlan(plan: SampleSizePlan): { confidence: Decimal; tolerable: Decimal; expected: Expected } {
  const confidence = readConfidence(plan.confidence)
  const tolerable = readRate(plan.tolerableRate, 'tolerableRate')
  if (plan.populationSize !== undefined) checkCount(plan.populationSize, 'populationSize', 1)
  else if (plan.model === 'hypergeometric') throw invalid('populationSize', 'the hypergeometric model needs it')
  return { confidence, tolerable, expected: readExpected(plan, tolerable) }
}

function readExpected({ expectedRate, expectedDeviations }: SampleSizePlan, tolerable: Decimal): Expected {
  if (expectedDeviations !== undefined) {
    if (expectedRate !== undefined) throw invalid('expectedDeviations', 'give an expected rate or a number, not both')
    checkCount(expectedDeviations, 'expectedDeviations')
    if (tolerable.numerator === 0n) throw invalid('tolerableRate', 'no sample can show that nothing deviates')
    return { deviations: expectedDeviations }
  }
  const rate = readRate(expectedRate ?? 0, 'expectedRate')
  if (compareDecimals(rate, tolerable) >= 0) throw new DomainError('sampling.expected_not_below_tolerable')
  return { rate }
}

const lastSizeWith = (k: number, rate: Decimal | undefined) =>
  rate === undefined || rate.numerator === 0n ? Infinity : mostItemsWith(rate, k)

function suppositionOf({ model, populationSize = 0 }: SampleSizePlan, rate: Decimal): (n: number) => Supposition {
  if (model !== 'hypergeometric') return (n) => ({ model, sampleSize: n, rate })
  const deviatingItems = ceilOf(rate, populationSize)
  return (n) => ({ model, sampleSize: n, populationSize, deviatingItems })
}
