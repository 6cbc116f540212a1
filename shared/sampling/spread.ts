import { firstWhere } from './bisect.ts'
import { hypergeometric } from './distribution.ts'
import { tailsAt } from './tail.ts'
import type { FiniteSample } from './upperLimit.ts'

/** How many deviating items each stratum is supposed to hold. */
export type Spread = readonly number[]

/** @returns the deviating items of all strata together */
export function itemsIn(spread: Spread): number {
  return spread.reduce((sum, items) => sum + items, 0)
}

/** @returns the most deviating items that each stratum can hold after what was seen of it */
export function mostStrained(strata: readonly FiniteSample[]): Spread {
  return strata.map(mostPossible)
}

const mostPossible = ({ populationSize, sampleSize, deviations }: FiniteSample) =>
  populationSize - sampleSize + deviations

/** @returns −Σ ln P(X ≤ k) over the strata: how much the spread strains belief */
export function strainOf(strata: readonly FiniteSample[], spread: Spread): number {
  return strata.reduce((sum, stratum, index) => sum - tailsOf(stratum, spread[index] ?? 0).lnLower, 0)
}

/**
 * What the `items`-th deviating item of a stratum adds to the strain.
 * With the items in random order, P(X ≤ k) for G deviating items is the chance that the (k+1)-th item of the sample comes
 * after place G; so the step is the hazard of that place. The places follow a log-concave law, their hazard rises, and
 * ln P is concave in G.
 * @returns at least 0, and not falling in `items`; infinite beyond what the stratum can hold
 */
export function stepStrain(stratum: FiniteSample, items: number): number {
  const { populationSize, sampleSize, deviations } = stratum
  if (items > mostPossible(stratum)) return Infinity
  if (items <= deviations) return 0
  const { distribution, lnLower } = tailsOf(stratum, items - 1)
  const { lowest, highest, lnTerm } = distribution
  const lnExactly = lowest === highest ? 0 : lnTerm(deviations)
  const hazard = ((sampleSize - deviations) / (populationSize - items + 1)) * Math.exp(lnExactly - lnLower)
  return -Math.log1p(-hazard)
}

function tailsOf({ populationSize, sampleSize, deviations }: FiniteSample, items: number) {
  const distribution = hypergeometric(sampleSize, populationSize, items)
  return { distribution, ...tailsAt(distribution, deviations) }
}

/** @returns the spread, between two others, that takes every deviating item that costs at most `strain` */
export function spreadUpTo(strata: readonly FiniteSample[], strain: number, low: Spread, high: Spread): Spread {
  return strata.map((stratum, index) => {
    const from = low[index] ?? 0
    const to = high[index] ?? 0
    return firstWhere(from, to, (items) => items === to || stepStrain(stratum, items + 1) > strain)
  })
}
