import type { Outcome } from '../../shared/contract/result.ts'
import type { CellPosition } from '../../shared/testing/nextUntested.ts'
import type { PastedOutcomes } from '../../shared/testing/pastedOutcomes.ts'
import { outcomeWord } from './outcomes.ts'
import { positionsOf, type Range } from '../ui/selection.ts'
import type { CellWrite, SheetCells } from './sheetCells.ts'
import { type CellPlace, cellAt, type SheetView } from './sheetView.ts'

/** What keys act on: the rows in view and their cells. */
export type Target = { view: SheetView; cells: SheetCells }

/** @returns the writes that give every cell of the range this outcome; those that have it, or are of a replaced item, are left out */
export function recordRange(target: Target, range: Range, outcome: Outcome | null): CellWrite[] {
  return positionsOf(range).flatMap((position) => writeOf(target, position, outcome))
}

/**
 * Puts a tickmark beside every cell of the range; where all of them have it, takes it away.
 * @returns the writes; cells of replaced items are left out
 */
export function toggleTickmark(target: Target, range: Range, tickmarkId: string): CellWrite[] {
  const places = positionsOf(range).flatMap((position) => cellAt(target.view, position) ?? [])
  const open = places.filter(({ item }) => !target.view.sheet.replaced.has(item.sampleItemId))
  const has = ({ item, letter }: CellPlace) =>
    target.cells.get(item.sampleItemId, letter).shown.tickmarks.has(tickmarkId)
  const placed = !open.every(has)
  return open
    .filter((place) => has(place) !== placed)
    .map(({ item, letter }) => ({
      sampleItemId: item.sampleItemId,
      attribute: letter,
      tickmarks: [{ tickmarkId, placed }],
    }))
}

/**
 * Like a spreadsheet: the top row of the range goes down through it; a range of one row takes from the row above.
 * An untested cell fills nothing, so that no result is emptied by it.
 */
export function fillDown(target: Target, range: Range): CellWrite[] {
  const source = range.top === range.bottom ? range.top - 1 : range.top
  return positionsOf({ ...range, top: source + 1 }).flatMap((position) => {
    const outcome = outcomeAt(target, { row: source, column: position.column })
    return outcome === null ? [] : writeOf(target, position, outcome)
  })
}

/** Writes of a pasted block, or why it was refused in words. Either all of it is taken or nothing. */
export type Pasted = { writes: CellWrite[] } | { refused: string }

/**
 * A block goes in from the top left of the range; a single cell fills the whole range.
 * A block that reaches past the sheet is refused rather than cut.
 */
export function pasteBlock(target: Target, range: Range, pasted: PastedOutcomes): Pasted {
  if (!pasted.read) {
    const place = `row ${pasted.row}, column ${pasted.column}`
    return {
      refused: `"${pasted.text.slice(0, 40)}" in ${place} of the pasted cells is not an outcome. Nothing was pasted.`,
    }
  }
  const { block } = pasted
  const width = block[0]?.length ?? 0
  const single = block.length === 1 && width === 1 ? block[0]?.[0] : undefined
  if (single !== undefined) return { writes: recordRange(target, range, single) }
  const { rows, sheet } = target.view
  if (range.top + block.length > rows.length || range.left + width > sheet.letters.length) {
    const room = `${rows.length - range.top} × ${sheet.letters.length - range.left}`
    return { refused: `${block.length} × ${width} cells do not fit into the ${room} from here. Nothing was pasted.` }
  }
  const writes = block.flatMap((outcomes, row) =>
    outcomes.flatMap((outcome, column) =>
      writeOf(target, { row: range.top + row, column: range.left + column }, outcome),
    ),
  )
  return { writes }
}

/** @returns the range as a spreadsheet takes it: tabs between cells, a line a row */
export function copyRange(target: Target, { top, bottom, left, right }: Range): string {
  const lines = Array.from({ length: bottom - top + 1 }, (_row, row) =>
    Array.from({ length: right - left + 1 }, (_cell, column) =>
      outcomeWord(outcomeAt(target, { row: top + row, column: left + column })),
    ).join('\t'),
  )
  return lines.join('\n')
}

export function outcomeAt({ view, cells }: Target, position: CellPosition): Outcome | null {
  const place = cellAt(view, position)
  return place === null ? null : cells.get(place.item.sampleItemId, place.letter).shown.outcome
}

function writeOf(target: Target, position: CellPosition, outcome: Outcome | null): CellWrite[] {
  const place = cellAt(target.view, position)
  if (place === null || target.view.sheet.replaced.has(place.item.sampleItemId)) return []
  if (outcomeAt(target, position) === outcome) return []
  return [{ sampleItemId: place.item.sampleItemId, attribute: place.letter, outcome }]
}
