import { DomainError } from '../errors/domainError.ts'
import type { Sha256Hex } from '../journal/entry.ts'
import { allocate, type StratumSize } from '../sampling/allocate.ts'
import { type Draw, ticketed } from './draw.ts'
import type { DrawableItem, DrawnItem } from './drawableItem.ts'
import { type StratifyBy, strataOf } from './strata.ts'

/** A sample as far as its order goes on. */
export type DrawnSample = {
  method: 'random' | 'systematic' | 'stratified' | 'targeted' | 'all'
  seed: string | null
  stratifyBy: StratifyBy | null
  allocation: readonly StratumSize[] | null
  /** Ids of all items drawn so far, replaced ones among them. */
  taken: ReadonlySet<string>
}

/**
 * The next items of the same order. A stratified sample keeps what each stratum was allocated and spreads the rest by
 * largest remainder, so that no stratum shrinks when the sample grows.
 * @throws DomainError `sample.cannot_extend`, `sampling.size_exceeds_population`
 */
export function extension(items: readonly DrawableItem[], sample: DrawnSample, by: number, sha256: Sha256Hex): Draw {
  const { seed, taken } = ordered(sample)
  const { stratifyBy, allocation } = sample
  if (stratifyBy === null || allocation === null)
    return { items: ticketed(items, seed, taken, by, sha256), allocation: null }
  const before = new Map(allocation.map(({ name, size }) => [name, size]))
  const strata = strataOf(items, stratifyBy).map(({ name, items: own }) => {
    const drawn = own.filter(({ itemId }) => taken.has(itemId))
    return { name, items: own, drawn: new Set(drawn.map(({ itemId }) => itemId)) }
  })
  const size = by + allocation.reduce((sum, each) => sum + each.size, 0)
  const after = allocate({
    size,
    // An item that was replaced cannot be drawn again: the stratum holds one item less.
    strata: strata.map(({ name, items: own, drawn }) => ({
      name,
      count: own.length - (drawn.size - (before.get(name) ?? 0)),
    })),
    floor: allocation,
  })
  const sizes = new Map(after.map((each) => [each.name, each.size]))
  return {
    items: strata.flatMap(({ name, items: own, drawn }) =>
      ticketed(own, seed, drawn, (sizes.get(name) ?? 0) - (before.get(name) ?? 0), sha256).map(inStratum(name)),
    ),
    allocation: after,
  }
}

/**
 * The item that takes the place of one that is void or not applicable: the next in order, of the same stratum.
 * @throws DomainError `sample.cannot_extend`, `sampling.size_exceeds_population`
 */
export function replacement(
  items: readonly DrawableItem[],
  sample: DrawnSample,
  stratum: string | null,
  sha256: Sha256Hex,
): DrawnItem {
  const { seed, taken } = ordered(sample)
  const own =
    sample.stratifyBy === null
      ? items
      : (strataOf(items, sample.stratifyBy).find(({ name }) => name === stratum)?.items ?? [])
  const drawn = new Set(own.flatMap(({ itemId }) => (taken.has(itemId) ? [itemId] : [])))
  const [next] = ticketed(own, seed, drawn, 1, sha256)
  if (next === undefined)
    throw new DomainError('sampling.size_exceeds_population', { size: drawn.size + 1, populationSize: own.length })
  return sample.stratifyBy === null ? next : { ...next, stratum }
}

function ordered({ method, seed, taken }: DrawnSample): { seed: string; taken: ReadonlySet<string> } {
  if ((method !== 'random' && method !== 'stratified') || seed === null)
    throw new DomainError('sample.cannot_extend', { method })
  return { seed, taken }
}

const inStratum =
  (stratum: string) =>
  (drawn: DrawnItem): DrawnItem => ({ ...drawn, stratum })
