import { binomial, type Distribution, hypergeometric, poisson } from './distribution.ts'
import { binomialAtMost, hypergeometricAtMost } from './exactTail.ts'
import { poissonAtMost } from './exactPoisson.ts'
import { complement, type Decimal } from './rate.ts'
import { type Tails, tailsAt } from './tail.ts'

export type SamplingModel = 'binomial' | 'poisson' | 'hypergeometric'

/** A sample and what the population behind it is supposed to be: a rate, or a count of deviating items. */
export type Supposition =
  | { model: 'binomial' | 'poisson'; sampleSize: number; rate: Decimal }
  | { model: 'hypergeometric'; sampleSize: number; populationSize: number; deviatingItems: number }

/** @returns the distribution of the deviations in the sample, in floating point */
export function distributionOf(supposed: Supposition): Distribution {
  if (supposed.model === 'hypergeometric') {
    return hypergeometric(supposed.sampleSize, supposed.populationSize, supposed.deviatingItems)
  }
  const { sampleSize, rate } = supposed
  return supposed.model === 'poisson'
    ? poisson(sampleSize * rate.value)
    : binomial(sampleSize, rate.value, complement(rate).value)
}

/**
 * How far P(X ≤ k) lies above the risk of 1 − confidence, as a share of it; compared on the smaller side of the
 * distribution, where floating point has all its digits.
 */
export function excessRisk({ lower, upper }: Tails, confidence: Decimal): number {
  const risk = complement(confidence).value
  return risk < 0.5 ? (lower - risk) / risk : (confidence.value - upper) / confidence.value
}

/** Nearer to a tie than this, floating point does not decide; its own error stays below 1e-12 for samples of up to 5,000. */
const tooClose = 1e-9

/** Above this size of sample and of deviating items the integers fill the memory, and no tie is decided exactly. */
const largestExact = 10_000

/**
 * Whether such a population would be accepted with a probability of at most 1 − confidence: P(X ≤ k) ≤ 1 − c.
 * The comparison is exact: where floating point comes close to a tie, integers decide.
 * @param k acceptable deviations
 */
export function isRarelyAccepted(supposed: Supposition, k: number, confidence: Decimal): boolean {
  const distribution = distributionOf(supposed)
  if (k >= distribution.highest) return false
  if (k < distribution.lowest) return true
  const excess = excessRisk(tailsAt(distribution, k), confidence)
  if (Math.abs(excess) > tooClose || sizeOf(supposed) > largestExact) return excess <= 0
  return isRarelyAcceptedExactly(supposed, k, complement(confidence))
}

function isRarelyAcceptedExactly(supposed: Supposition, k: number, risk: Decimal): boolean {
  if (supposed.model === 'hypergeometric') {
    return hypergeometricAtMost(supposed.sampleSize, supposed.populationSize, supposed.deviatingItems, k, risk)
  }
  const decide = supposed.model === 'poisson' ? poissonAtMost : binomialAtMost
  return decide(supposed.sampleSize, supposed.rate, k, risk)
}

function sizeOf(supposed: Supposition): number {
  if (supposed.model !== 'hypergeometric') return supposed.sampleSize
  const { sampleSize, populationSize, deviatingItems } = supposed
  return Math.min(sampleSize, populationSize - sampleSize, deviatingItems, populationSize - deviatingItems)
}
