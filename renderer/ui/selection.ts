import type { CellPosition } from '../../shared/testing/nextUntested.ts'

/** The cell that keys act on, and the other corner of the range that Shift draws from it. */
export type Selection = { active: CellPosition; anchor: CellPosition }

export type Range = { top: number; bottom: number; left: number; right: number }

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'rowStart'
  | 'rowEnd'
  | 'columnStart'
  | 'columnEnd'
  | 'first'
  | 'last'
  | 'pageUp'
  | 'pageDown'

/** A key as the browser tells it. */
export type PressedKey = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

const moves: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
}

/** With Ctrl, as in a spreadsheet. */
const farMoves: Record<string, Move> = {
  ArrowUp: 'columnStart',
  ArrowDown: 'columnEnd',
  ArrowLeft: 'rowStart',
  ArrowRight: 'rowEnd',
  Home: 'first',
  End: 'last',
}

/** @returns where a key leads from a cell; `null` for one that leads nowhere */
export function moveOfKey({ key, ctrlKey, metaKey, altKey }: PressedKey): Move | null {
  const known = ctrlKey || metaKey ? farMoves : moves
  return altKey || !Object.hasOwn(known, key) ? null : (known[key] ?? null)
}

/** Size of the grid in cells, and of what is visible of it in rows. */
export type Bounds = { rows: number; columns: number; page: number }

export const selectCell = (position: CellPosition): Selection => ({ active: position, anchor: position })

/** @returns the selection after a move; with `extend` the range grows from its anchor */
export function moveSelection({ active, anchor }: Selection, move: Move, bounds: Bounds, extend: boolean): Selection {
  const moved = within(target(active, move, bounds), bounds)
  return { active: moved, anchor: extend ? anchor : moved }
}

function target({ row, column }: CellPosition, move: Move, { rows, columns, page }: Bounds): CellPosition {
  switch (move) {
    case 'up':
      return { row: row - 1, column }
    case 'down':
      return { row: row + 1, column }
    case 'left':
      return { row, column: column - 1 }
    case 'right':
      return { row, column: column + 1 }
    case 'rowStart':
      return { row, column: 0 }
    case 'rowEnd':
      return { row, column: columns - 1 }
    case 'columnStart':
      return { row: 0, column }
    case 'columnEnd':
      return { row: rows - 1, column }
    case 'first':
      return { row: 0, column: 0 }
    case 'last':
      return { row: rows - 1, column: columns - 1 }
    case 'pageUp':
      return { row: row - page, column }
    case 'pageDown':
      return { row: row + page, column }
  }
}

/** @returns the position, moved into the grid where it lies outside */
export function within({ row, column }: CellPosition, { rows, columns }: Omit<Bounds, 'page'>): CellPosition {
  return { row: clamp(row, rows), column: clamp(column, columns) }
}

const clamp = (place: number, size: number) => Math.max(0, Math.min(place, size - 1))

export function rangeOf({ active, anchor }: Selection): Range {
  return {
    top: Math.min(active.row, anchor.row),
    bottom: Math.max(active.row, anchor.row),
    left: Math.min(active.column, anchor.column),
    right: Math.max(active.column, anchor.column),
  }
}

/** @returns the positions of a range, row by row */
export function positionsOf({ top, bottom, left, right }: Range): CellPosition[] {
  const width = right - left + 1
  return Array.from({ length: (bottom - top + 1) * width }, (_, index) => ({
    row: top + Math.floor(index / width),
    column: left + (index % width),
  }))
}
