import type { DrawableItem } from '../../shared/sample/drawableItem.ts'
import { compareBytes } from '../../shared/sampling/byteOrder.ts'
import { excludedRows } from '../population/decisions.ts'
import { keyBlocks } from '../population/readBlocks.ts'
import { dayInteger, dayText } from '../population/rowBlock.ts'
import type { Reader } from '../reader.ts'

/** @returns the rows of a population that can be drawn, in file order: all without those that the auditor excluded */
export function drawableItems(reader: Reader, populationId: string): DrawableItem[] {
  const excluded = excludedRows(reader, populationId)
  const items: DrawableItem[] = []
  // A million rows have a few hundred days and strata: each text is kept once.
  const days = new Map<number, string | null>([[0, null]])
  const names = new Map<string, string>()
  for (const { rows, days: dayNumbers, itemIds, strata } of keyBlocks(reader, populationId)) {
    for (const [at, itemId] of itemIds.entries()) {
      const row = rows[at] ?? 0
      if (excluded.has(row)) continue
      const date = dayNumbers === null ? null : once(days, dayNumbers[at] ?? 0, dayText)
      const stratum = strata === null ? null : once(names, strata[at] ?? '', (name) => name)
      items.push({ row, itemId, date, stratum })
    }
  }
  return items
}

function once<K, V>(known: Map<K, V>, key: K, make: (key: K) => V): V {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make(key)
  known.set(key, made)
  return made
}

/** @returns how many drawable rows, of a part of the period or of all, each value of the stratum column has; rows without a value count together */
export function stratumSizes(
  reader: Reader,
  populationId: string,
  window: { start: string; end: string } | null = null,
): { stratum: string | null; items: number }[] {
  const excluded = excludedRows(reader, populationId)
  const sizes = new Map<string, number>()
  const [first, last] = window === null ? [0, 0] : [dayInteger(window.start), dayInteger(window.end)]
  for (const { rows, days, strata } of keyBlocks(reader, populationId)) {
    for (const [at, stratum] of (strata ?? Array<string>(rows.length).fill('')).entries()) {
      const day = days?.[at] ?? 0
      const isWithin = window === null || (day >= first && day <= last)
      if (isWithin && !excluded.has(rows[at] ?? 0)) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
    }
  }
  return [...sizes]
    .toSorted(([a], [b]) => compareBytes(a, b))
    .map(([stratum, items]) => ({ stratum: stratum === '' ? null : stratum, items }))
}

/** @returns how many rows of a population can be drawn; frozen by the conclusion, counted before it */
export function drawableCount(reader: Reader, populationId: string): number {
  return reader.count(
    `SELECT coalesce(population.drawable, population.rows - (
       SELECT count(*) FROM settlement WHERE population_id = @populationId AND decision = 'exclude' AND deleted = 0)) AS n
     FROM population WHERE population.id = @populationId`,
    { populationId },
  )
}
