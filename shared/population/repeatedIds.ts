import { foldId } from './foldedIds.ts'

/** A row whose id may occur more than once. */
export type RepeatedRow = { row: number; itemId: string; cells: string }

/** A row that shares its id, byte for byte, with others; `identical` where all of their cells are the same. */
export type DuplicateRow = { row: number; itemId: string; identical: boolean }

/** Ids that differ in case, spaces or Unicode form alone. */
export type LookAlikes = { itemIds: string[]; rows: number[] }

/** @returns the rows that share an id, and the ids that look alike; both in the order of the rows */
export function sortRepeats(rows: readonly RepeatedRow[]): { duplicates: DuplicateRow[]; lookAlikes: LookAlikes[] } {
  const alike = [...Map.groupBy(rows, ({ itemId }) => foldId(itemId)).values()]
  return {
    duplicates: [...Map.groupBy(rows, ({ itemId }) => itemId).values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => {
        const identical = group.every(({ cells }) => cells === group[0]?.cells)
        return group.map(({ row, itemId }) => ({ row, itemId, identical }))
      }),
    lookAlikes: alike
      .map((group) => ({
        itemIds: [...new Set(group.map(({ itemId }) => itemId))],
        rows: group.map(({ row }) => row),
      }))
      .filter(({ itemIds }) => itemIds.length > 1),
  }
}
