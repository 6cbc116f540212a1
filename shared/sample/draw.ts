import { DomainError } from '../errors/domainError.ts'
import type { Sha256Hex } from '../journal/entry.ts'
import { allocate, type StratumSize } from '../sampling/allocate.ts'
import { nextInOrder } from '../sampling/select.ts'
import { systematic } from '../sampling/systematic.ts'
import type { DrawableItem, DrawnItem } from './drawableItem.ts'
import { type StratifyBy, strataOf } from './strata.ts'

/** What is drawn, and how. The items are all that can be drawn, in file order, with ids that are unique. */
export type DrawPlan =
  | { method: 'random' | 'systematic'; size: number; seed: string }
  | { method: 'stratified'; size: number; seed: string; stratifyBy: StratifyBy }
  | { method: 'targeted'; itemIds: readonly string[] }
  | { method: 'all' }

export type Draw = {
  /** In the order of the draw. */
  items: DrawnItem[]
  /** Size of each stratum of a stratified selection. */
  allocation: StratumSize[] | null
}

/**
 * The items that a plan selects.
 * Random: in ascending order of ticket. Systematic and all: in file order. Targeted: in the order given, each once.
 * Stratified: stratum by stratum in the order of their names, within a stratum in ascending order of ticket, so that the
 * sheet reads month by month and each stratum can be proven by itself.
 * @throws DomainError `sampling.size_exceeds_population`, `sample.unknown_item`, `sample.items_required`
 */
export function draw(items: readonly DrawableItem[], plan: DrawPlan, sha256: Sha256Hex): Draw {
  switch (plan.method) {
    case 'random':
      return { items: ticketed(items, plan.seed, new Set(), plan.size, sha256), allocation: null }
    case 'systematic':
      return { items: atPositions(items, systematic(plan.seed, items.length, plan.size, sha256)), allocation: null }
    case 'stratified':
      return drawStratified(items, plan, sha256)
    case 'targeted':
      return { items: withIds(items, plan.itemIds), allocation: null }
    case 'all':
      return { items: items.map((item) => ({ item, ticket: null, stratum: null })), allocation: null }
  }
}

/**
 * The next `count` items in ticket order.
 * @param taken ids that were drawn before
 * @throws DomainError `sampling.size_exceeds_population`
 */
export function ticketed(
  items: readonly DrawableItem[],
  seed: string,
  taken: ReadonlySet<string>,
  count: number,
  sha256: Sha256Hex,
): DrawnItem[] {
  const ids = items.map(({ itemId }) => itemId)
  const order = nextInOrder(seed, ids, taken, count, sha256)
  const found = byId(items, new Set(order.map(({ itemId }) => itemId)))
  return order.flatMap(({ itemId, ticket }) => {
    const item = found.get(itemId)
    return item === undefined ? [] : [{ item, ticket, stratum: null }]
  })
}

function drawStratified(
  items: readonly DrawableItem[],
  { size, seed, stratifyBy }: Extract<DrawPlan, { method: 'stratified' }>,
  sha256: Sha256Hex,
): Draw {
  const strata = strataOf(items, stratifyBy)
  const allocation = allocate({
    size,
    strata: strata.map((stratum) => ({ name: stratum.name, count: stratum.items.length })),
  })
  const sizes = new Map(allocation.map((each) => [each.name, each.size]))
  return {
    items: strata.flatMap(({ name, items: own }) =>
      ticketed(own, seed, new Set(), sizes.get(name) ?? 0, sha256).map((drawn) => ({ ...drawn, stratum: name })),
    ),
    allocation,
  }
}

function atPositions(items: readonly DrawableItem[], positions: readonly number[]): DrawnItem[] {
  return positions.flatMap((position) => {
    const item = items[position]
    return item === undefined ? [] : [{ item, ticket: null, stratum: null }]
  })
}

function withIds(items: readonly DrawableItem[], itemIds: readonly string[]): DrawnItem[] {
  const wanted = new Set(itemIds)
  if (wanted.size === 0) throw new DomainError('sample.items_required')
  const found = byId(items, wanted)
  return [...wanted].map((itemId) => {
    const item = found.get(itemId)
    if (item === undefined) throw new DomainError('sample.unknown_item', { itemId })
    return { item, ticket: null, stratum: null }
  })
}

function byId(items: readonly DrawableItem[], wanted: ReadonlySet<string>): Map<string, DrawableItem> {
  return new Map(items.flatMap((item) => (wanted.has(item.itemId) ? [[item.itemId, item] as const] : [])))
}
