import type { Reader } from '../reader.ts'
import { blockOfRow, rowCells, storedBlock, storedRows } from './readBlocks.ts'
import { dayText, keysOf, rowsPerBlock } from './rowBlock.ts'

/** A row of a population with all that it holds. */
export type StoredRow = {
  /** Row of the file, header being row 1. */
  row: number
  itemId: string
  date: string | null
  stratum: string | null
  amount: string | null
  cells: string[]
}

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
  const wanted = Map.groupBy(numbers, (row) => blockOfRow(reader, stored.key, row))
  for (const [number, rows] of wanted) {
    if (number === undefined) continue
    const byRow = new Map(blockRows(reader, stored, number).map((row) => [row.row, row]))
    for (const row of rows) {
      const one = byRow.get(row)
      if (one !== undefined) found.set(row, one)
    }
  }
  return found
}

function blockRows(reader: Reader, { key, width }: { key: number; width: number }, number: number): StoredRow[] {
  const block = storedBlock(reader, key, number)
  if (block === undefined) return []
  const { rows, days, itemIds, strata, amounts } = keysOf(block)
  return rowCells(block, width).map((cells, at) => ({
    row: rows[at] ?? 0,
    itemId: itemIds[at] ?? '',
    date: days === null ? null : dayText(days[at] ?? 0),
    stratum: strata?.[at] ?? null,
    amount: amounts?.[at] || null,
    cells,
  }))
}
