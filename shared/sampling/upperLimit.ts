import { DomainError } from '../errors/domainError.ts'
import { excessRisk, isRarelyAccepted, type SamplingModel } from './acceptance.ts'
import { firstWhere, threshold } from './bisect.ts'
import { binomial, poisson } from './distribution.ts'
import { checkCount, type Fraction, invalid, readConfidence, readRate } from './parameters.ts'
import { ceilOf, compareDecimals, type Decimal } from './rate.ts'
import { tailsAt } from './tail.ts'

export type EvaluatedSample = {
  model: SamplingModel
  confidence: Fraction
  /** Items examined; items that are not applicable do not count. */
  sampleSize: number
  deviations: number
  /** Needed by the hypergeometric model. */
  populationSize?: number | undefined
}

export type UpperLimit = {
  /** A rate; the Poisson model alone can exceed 1. */
  upperLimit: number
  /** With the hypergeometric model: the number of deviating items in the population that this is. */
  deviatingItems?: number
}

/**
 * One-sided upper limit of the deviation rate: Clopper–Pearson (binomial), gamma quantile (Poisson), or the largest
 * number of deviating items that the sample does not rule out (hypergeometric). AICPA Audit Sampling guide, appendix A.
 * @throws DomainError `sampling.deviations_exceed_sample`, `sampling.size_exceeds_population`, `sampling.invalid_parameter`
 */
export function upperLimit(sample: EvaluatedSample): UpperLimit {
  const confidence = readConfidence(sample.confidence)
  const { sampleSize, deviations } = sample
  checkCount(sampleSize, 'sampleSize', 1)
  checkSample(sample)
  if (sample.model === 'hypergeometric') {
    const populationSize = populationOf(sample)
    const deviatingItems = mostDeviatingItems({ populationSize, sampleSize, deviations }, confidence)
    return { upperLimit: deviatingItems / populationSize, deviatingItems }
  }
  const most =
    sample.model === 'poisson' ? highestMean(deviations, confidence) / sampleSize : highestRate(sample, confidence)
  return { upperLimit: most }
}

/**
 * Whether the sample supports the tolerable rate: the upper limit, unrounded, is at most the tolerable rate.
 * Decided by the probability at the tolerable rate itself, exactly; for a finite population K < ceil(T · N).
 * @throws DomainError as `upperLimit`
 */
export function isSupported(sample: EvaluatedSample, tolerableRate: Fraction): boolean {
  const confidence = readConfidence(sample.confidence)
  const rate = readRate(tolerableRate, 'tolerableRate')
  const { model, sampleSize, deviations } = sample
  checkCount(sampleSize, 'sampleSize', 1)
  checkSample(sample)
  if (model === 'hypergeometric') {
    const populationSize = populationOf(sample)
    return mostDeviatingItems({ populationSize, sampleSize, deviations }, confidence) < ceilOf(rate, populationSize)
  }
  if (model === 'binomial' && deviations === sampleSize) return compareDecimals(rate, readRate(1, 'rate')) === 0
  return isRarelyAccepted({ model, sampleSize, rate }, deviations, confidence)
}

/** A sample from a finite population, or from a stratum of one. */
export type FiniteSample = { populationSize: number; sampleSize: number; deviations: number }

/** @returns K, the largest number of deviating items in the population for which P(X ≤ k) is above 1 − confidence */
export function mostDeviatingItems(sample: FiniteSample, confidence: Decimal): number {
  const { populationSize, sampleSize, deviations } = sample
  const ruledOut = (deviatingItems: number) =>
    isRarelyAccepted({ model: 'hypergeometric', sampleSize, populationSize, deviatingItems }, deviations, confidence)
  const tooMany = populationSize - sampleSize + deviations + 1
  return firstWhere(deviations + 1, tooMany, ruledOut) - 1
}

/**
 * @throws DomainError `sampling.deviations_exceed_sample`, `sampling.size_exceeds_population`,
 * `sampling.invalid_parameter`
 */
export function checkSample({
  sampleSize,
  deviations,
  populationSize,
}: Omit<EvaluatedSample, 'model' | 'confidence'>): void {
  checkCount(sampleSize, 'sampleSize')
  checkCount(deviations, 'deviations')
  if (deviations > sampleSize) throw new DomainError('sampling.deviations_exceed_sample', { deviations, sampleSize })
  if (populationSize === undefined) return
  checkCount(populationSize, 'populationSize')
  if (sampleSize > populationSize) {
    throw new DomainError('sampling.size_exceeds_population', { size: sampleSize, populationSize })
  }
}

function populationOf({ populationSize }: EvaluatedSample): number {
  if (populationSize === undefined) throw invalid('populationSize', 'the hypergeometric model needs it')
  return populationSize
}

function highestRate({ sampleSize, deviations }: EvaluatedSample, confidence: Decimal): number {
  if (deviations === sampleSize) return 1
  return threshold(
    deviations / sampleSize,
    1,
    (p) => excessRisk(tailsAt(binomial(sampleSize, p, 1 - p), deviations), confidence) <= 0,
  )
}

function highestMean(deviations: number, confidence: Decimal): number {
  const reached = (mean: number) => excessRisk(tailsAt(poisson(mean), deviations), confidence) <= 0
  let high = deviations + 1
  while (!reached(high)) high *= 2
  return threshold(deviations, high, reached)
}
