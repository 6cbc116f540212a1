import { cellsOfBlock, keyBlock, storedRows } from '../../../db/population/readBlocks.ts'
import { rowsPerBlock } from '../../../db/population/rowBlock.ts'
import type { LeftOutRow, RowsFound } from '../../../db/populationRows.ts'
import type { Reader } from '../../../db/reader.ts'
import { type RepeatedRow, sortRepeats } from '../../../shared/population/repeatedIds.ts'
import type { SeenRows } from './seenRows.ts'

/** Groups of ids that look alike, as a population keeps them. */
const listedLookAlikes = 1000

/** @returns what is known of the rows of a population whose blocks have their places already */
export function foundIn(
  reader: Reader,
  populationId: string,
  { ids, sequences, days }: SeenRows,
  leftOut: readonly LeftOutRow[],
): RowsFound {
  const { places, isAll, repeats } = ids.repeated()
  const { duplicates, lookAlikes } = sortRepeats(repeatedRows(reader, populationId, places))
  return {
    duplicates,
    duplicateRows: isAll ? duplicates.length : Math.max(duplicates.length, repeats),
    lookAlikes: lookAlikes.slice(0, listedLookAlikes),
    sequences: sequences.result(),
    days,
    leftOut,
  }
}

/** Reads the rows whose ids may occur more than once, each block once. */
function repeatedRows(reader: Reader, populationId: string, places: readonly number[]): RepeatedRow[] {
  const stored = storedRows(reader, populationId)
  if (stored === undefined) return []
  const { width } = stored
  return [...Map.groupBy(places, (place) => Math.floor(place / rowsPerBlock))].flatMap(([number, group]) => {
    const keys = keyBlock(reader, stored, number)
    const cells = cellsOfBlock(reader, stored, number)
    return group.map((place) => {
      const at = place % rowsPerBlock
      const own = cells.slice(at * width, (at + 1) * width).join('\0')
      return { row: keys?.rows[at] ?? 0, itemId: keys?.itemIds[at] ?? '', cells: own }
    })
  })
}
