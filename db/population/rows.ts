import type { Reader } from '../reader.ts'
import { blockOfRow, cellsOfBlock, keyBlock, type StoredRow, type StoredRows, storedRows } from './readBlocks.ts'
import { dayText, rowsPerBlock } from './rowBlock.ts'

/** @returns the rows at places in file order, counted from 0, in the order asked for; places that do not exist are left out */
export function rowsAtPlaces(reader: Reader, populationId: string, places: readonly number[]): StoredRow[] {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return []
  const blocks = new Map<number, StoredRow[]>()
  return places.flatMap((place) => {
    const number = Math.floor(place / rowsPerBlock)
    const rows = blocks.get(number) ?? blockRows(reader, stored, number)
    blocks.set(number, rows)
    return rows[place % rowsPerBlock] ?? []
  })
}

/** @returns the rows of a population by their number in the file; those that it does not have are missing */
export function rowsByNumber(reader: Reader, populationId: string, numbers: Iterable<number>): Map<number, StoredRow> {
  const found = new Map<number, StoredRow>()
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return found
  for (const [number, rows] of Map.groupBy(numbers, (row) => blockOfRow(reader, stored, row))) {
    if (number === undefined) continue
    const byRow = new Map(blockRows(reader, stored, number).map((row) => [row.row, row]))
    for (const row of rows) {
      const one = byRow.get(row)
      if (one !== undefined) found.set(row, one)
    }
  }
  return found
}

/** @returns all rows of a block */
export function blockRows(reader: Reader, stored: StoredRows, number: number): StoredRow[] {
  const block = keyBlock(reader, stored, number)
  if (block === undefined) return []
  const { rows, days, itemIds, strata, amounts } = block
  const cells = cellsOfBlock(reader, stored, number)
  return itemIds.map((itemId, at) => ({
    row: rows[at] ?? 0,
    itemId,
    date: days === null ? null : dayText(days[at] ?? 0),
    stratum: strata?.[at] ?? null,
    amount: amounts?.[at] || null,
    cells: cells.slice(at * stored.width, (at + 1) * stored.width),
  }))
}
