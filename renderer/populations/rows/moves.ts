/** A cell of the grid by its row and column, from 0. */
export type Place = { row: number; column: number }

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean }

/** @returns where a key leads from a cell; `null` for keys that lead nowhere. `Ctrl` goes to the very first or last row */
export function moveBy(
  { key, ctrlKey, metaKey }: Pressed,
  { row, column }: Place,
  { rows, columns, page }: { rows: number; columns: number; page: number },
): Place | null {
  const toEnd = ctrlKey || metaKey
  const moves: Record<string, Place> = {
    ArrowDown: { row: toEnd ? rows - 1 : row + 1, column },
    ArrowUp: { row: toEnd ? 0 : row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: toEnd ? { row: 0, column: 0 } : { row, column: 0 },
    End: toEnd ? { row: rows - 1, column: columns - 1 } : { row, column: columns - 1 },
  }
  const next = moves[key]
  if (next === undefined) return null
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(0, count - 1))
  return { row: within(next.row, rows), column: within(next.column, columns) }
}
