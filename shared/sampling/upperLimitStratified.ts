import { excessRisk } from './acceptance.ts'
import { poisson } from './distribution.ts'
import { type Fraction, invalid, readConfidence } from './parameters.ts'
import type { Decimal } from './rate.ts'
import { itemsIn, mostStrained, type Spread, strainOf, spreadUpTo, stepStrain } from './spread.ts'
import { tailsAt } from './tail.ts'
import { checkSample, type FiniteSample, mostDeviatingItems } from './upperLimit.ts'

export type StratifiedUpperLimit = {
  deviatingItems: number
  upperLimit: number
  /** Each stratum's own limit, in the order given; not simultaneous: the confidence holds for each alone. */
  strata: { deviatingItems: number; upperLimit: number }[]
}

/**
 * One-sided upper limit of the deviation rate over strata that differ: the exact bounds of the strata combined by
 * Fisher's method, after Wendell and Schmee (1996). G deviating items are plausible while
 * p(G) = e^(−h) · Σ_{i<S} h^i / i! is above 1 − confidence, h being the least of −Σ ln P(X ≤ k) over all spreads of G.
 * @throws DomainError `sampling.deviations_exceed_sample`, `sampling.size_exceeds_population`,
 * `sampling.invalid_parameter`
 */
export function upperLimitStratified({
  confidence,
  strata,
}: {
  confidence: Fraction
  strata: readonly FiniteSample[]
}): StratifiedUpperLimit {
  const read = readConfidence(confidence)
  for (const stratum of strata) checkSample(stratum)
  const total = strata.reduce((sum, { populationSize }) => sum + populationSize, 0)
  if (total === 0) throw invalid('strata', 'they hold no item')
  const own = strata.map((stratum) => ({ stratum, deviatingItems: mostDeviatingItems(stratum, read) }))
  const [first] = own
  const deviatingItems = own.length === 1 && first ? first.deviatingItems : mostPlausible(strata, read)
  return {
    deviatingItems,
    upperLimit: deviatingItems / total,
    strata: own.map(({ stratum, deviatingItems: items }) => ({
      deviatingItems: items,
      upperLimit: stratum.populationSize === 0 ? 0 : items / stratum.populationSize,
    })),
  }
}

/**
 * The largest plausible G. Every stratum's ln P is concave in its deviating items, so the best spread takes the items
 * in the order of what each costs: a threshold of cost is bisected, and the last few items are added one by one.
 */
function mostPlausible(strata: readonly FiniteSample[], confidence: Decimal): number {
  const isPlausible = (spread: Spread) =>
    excessRisk(tailsAt(poisson(strainOf(strata, spread)), strata.length - 1), confidence) > 0
  let high = mostStrained(strata)
  if (isPlausible(high)) return itemsIn(high)
  let low: Spread = strata.map(({ deviations }) => deviations)
  let [cheap, dear] = [0, Math.max(...strata.map((stratum, index) => stepStrain(stratum, high[index] ?? 0)))]
  while (itemsIn(high) - itemsIn(low) > strata.length) {
    const middle = (cheap + dear) / 2
    if (middle <= cheap || middle >= dear) break
    const spread = spreadUpTo(strata, middle, low, high)
    if (isPlausible(spread)) [cheap, low] = [middle, spread]
    else [dear, high] = [middle, spread]
  }
  return climb(strata, low, isPlausible)
}

function climb(strata: readonly FiniteSample[], from: Spread, isPlausible: (spread: Spread) => boolean): number {
  const spread = [...from]
  for (;;) {
    const costs = strata.map((stratum, index) => stepStrain(stratum, (spread[index] ?? 0) + 1))
    const cheapest = costs.indexOf(Math.min(...costs))
    spread[cheapest] = (spread[cheapest] ?? 0) + 1
    if (!isPlausible(spread)) return itemsIn(spread) - 1
  }
}
