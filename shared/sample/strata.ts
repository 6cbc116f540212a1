import { monthOf, quarterOf } from '../period/plainDate.ts'
import { compareBytes } from '../sampling/byteOrder.ts'
import type { DrawableItem } from './drawableItem.ts'

/** How a stratified sample is spread: over months or calendar quarters, or over the values of the stratum column. */
export type StratifyBy = 'month' | 'quarter' | 'column'

export type StratumItems = { name: string; items: DrawableItem[] }

/** Rows without a day, or without a value in the column, are a stratum of their own, so that they can be drawn too. */
const withoutDay = 'no date'
export const withoutValue = 'no value'

/** @returns the stratum of an item */
export function stratumOf({ date, stratum }: DrawableItem, by: StratifyBy): string {
  if (by === 'column') return stratum === null || stratum === '' ? withoutValue : stratum
  if (date === null) return withoutDay
  return by === 'month' ? monthOf(date) : quarterOf(date)
}

/** @returns the strata by name in code-point order, so months in their order; within one the items in file order */
export function strataOf(items: readonly DrawableItem[], by: StratifyBy): StratumItems[] {
  const groups = Map.groupBy(items, (item) => stratumOf(item, by))
  return [...groups].map(([name, own]) => ({ name, items: own })).toSorted((a, b) => compareBytes(a.name, b.name))
}
