/** Place of a cell on a test sheet: item and attribute, both from 0. */
export type CellPosition = { row: number; column: number }

/** A test sheet as far as walking over it goes. */
export type Sheet = {
  rows: number
  columns: number
  isUntested: (position: CellPosition) => boolean
}

/**
 * The next cell without an outcome: along the item first, then item by item, and round from the last to the first.
 * @param from where the walk starts; it is looked at last
 * @returns `null` once every cell has an outcome
 */
export function nextUntested({ rows, columns, isUntested }: Sheet, from: CellPosition): CellPosition | null {
  const cells = rows * columns
  const start = from.row * columns + from.column
  for (let step = 1; step <= cells; step += 1) {
    const index = (start + step) % cells
    const position = { row: Math.floor(index / columns), column: index % columns }
    if (isUntested(position)) return position
  }
  return null
}
