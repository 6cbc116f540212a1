import { blockFinder, keyBlock, storedRows } from '../population/readBlocks.ts'
import { dayText } from '../population/rowBlock.ts'
import type { Reader } from '../reader.ts'

/** Day of a row, by its number in the file; `null` for a row without one. */
type Days = Map<number, string | null>

/** Days that were read once, by open store and population: rows never change, so none becomes wrong, and they go with the store. */
const known = new WeakMap<Reader, Map<string, Days>>()

/** @returns the days of some rows of a population @throws DomainError `blob.missing`, `blob.damaged` */
export function itemDays(
  reader: Reader,
  populationId: string,
  rows: readonly number[],
): ReadonlyMap<number, string | null> {
  const ofStore = known.get(reader) ?? new Map<string, Days>()
  known.set(reader, ofStore)
  const days = ofStore.get(populationId) ?? new Map<number, string | null>()
  ofStore.set(populationId, days)
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return days
  const unread = rows.filter((row) => !days.has(row))
  if (unread.length === 0) return days
  for (const [number, own] of Map.groupBy(unread, blockFinder(reader, stored))) {
    const block = number === undefined ? undefined : keyBlock(reader, stored, number)
    for (const row of own) days.set(row, dayText(block?.days?.[block.rows.indexOf(row)] ?? 0))
  }
  return days
}
