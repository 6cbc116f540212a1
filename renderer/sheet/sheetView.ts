import type { Procedure } from '../../shared/contract/procedure.ts'
import type { Outcome } from '../../shared/contract/result.ts'
import type { SampleItem } from '../../shared/contract/sample.ts'
import type { Tickmark } from '../../shared/contract/tickmark.ts'
import type { CellPosition } from '../../shared/testing/nextUntested.ts'
import type { SheetCells } from './sheetCells.ts'

/** Which items are shown: by an outcome that one of their attributes has, or by what else stands on them. */
export type SheetFilter = 'all' | 'untested' | Outcome | 'noted' | 'tickmarked' | 'questioned'

/** How a sheet is looked at. */
export type SheetChoice = { filter: SheetFilter; byMonth: boolean }

/** A sheet as it was loaded. Results are not in it: they are in its cells. */
export type LoadedSheet = {
  procedure: Procedure
  header: string[]
  items: SampleItem[]
  letters: string[]
  /** Ids of sample items that were replaced: their results stand as they are. */
  replaced: ReadonlySet<string>
  /** The tickmarks of the engagement, in the order of its legend. */
  legend: Tickmark[]
  /** How many files support a cell, by {@link cellKey}. */
  evidence: ReadonlyMap<string, number>
  /** How many review notes on a cell are not cleared, by {@link cellKey}. */
  reviewNotes: ReadonlyMap<string, number>
}

/** @returns a name for the cell of an item and an attribute */
export const cellKey = (sampleItemId: string, letter: string): string => `${letter} ${sampleItemId}`

/** A line of the sheet: an item by its place among the rows, or the month that the items below it are of. */
export type SheetLine = { row: number } | { month: string | null; items: SampleItem[] }

/** The rows that are shown, and the lines in which they stand. */
export type SheetView = {
  sheet: LoadedSheet
  choice: SheetChoice
  rows: SampleItem[]
  lines: SheetLine[]
  /** Line of each row. */
  lineOfRow: number[]
}

/** @returns the items without those that were replaced; only these count */
export const countedItems = ({ items, replaced }: LoadedSheet): SampleItem[] =>
  items.filter(({ sampleItemId }) => !replaced.has(sampleItemId))

/** @returns the outcomes of each item as they are shown, attribute by attribute */
export const outcomesOf = (
  cells: SheetCells,
  items: readonly SampleItem[],
  letters: readonly string[],
): (Outcome | null)[][] =>
  items.map(({ sampleItemId }) => letters.map((letter) => cells.get(sampleItemId, letter).shown.outcome))

/** A replacement names the population item that it stands for; the sample item of that name was replaced. */
export function replacedItems(items: readonly SampleItem[]): ReadonlySet<string> {
  const names = new Set(items.flatMap(({ replacesItemId }) => replacesItemId ?? []))
  return new Set(items.filter(({ itemId }) => names.has(itemId)).map(({ sampleItemId }) => sampleItemId))
}

/**
 * The rows of a filter as they are now. They stay until the filter is chosen again,
 * so that an item does not vanish under the hand that tests it.
 */
export function viewSheet(sheet: LoadedSheet, cells: SheetCells, choice: SheetChoice): SheetView {
  const shown = sheet.items.filter(({ sampleItemId }) => {
    if (choice.filter === 'all') return true
    if (choice.filter === 'untested' && sheet.replaced.has(sampleItemId)) return false
    return sheet.letters.some((letter) => isLookedFor(choice.filter, sheet, cells, { sampleItemId, letter }))
  })
  const groups = choice.byMonth ? monthsOf(shown) : [{ items: shown }]
  const view: SheetView = { sheet, choice, rows: [], lines: [], lineOfRow: [] }
  for (const group of groups) {
    if ('month' in group) view.lines.push(group)
    for (const item of group.items) {
      view.lineOfRow.push(view.lines.length)
      view.lines.push({ row: view.rows.length })
      view.rows.push(item)
    }
  }
  return view
}

function isLookedFor(
  filter: SheetFilter,
  { reviewNotes }: LoadedSheet,
  cells: SheetCells,
  { sampleItemId, letter }: { sampleItemId: string; letter: string },
): boolean {
  const { shown } = cells.get(sampleItemId, letter)
  if (filter === 'noted') return shown.note !== null
  if (filter === 'tickmarked') return shown.tickmarks.size > 0
  if (filter === 'questioned') return reviewNotes.has(cellKey(sampleItemId, letter))
  return shown.outcome === (filter === 'untested' ? null : filter)
}

/** Sorts behind every month. */
const afterAll = '9999-99'

/** @returns the months in their order, each with its items in the order of the draw; items without a date last */
function monthsOf(items: readonly SampleItem[]): { month: string | null; items: SampleItem[] }[] {
  const groups = Map.groupBy(items, ({ date }) => date?.slice(0, 7) ?? null)
  return [...groups]
    .map(([month, its]) => ({ month, items: its }))
    .toSorted((one, other) => (one.month ?? afterAll).localeCompare(other.month ?? afterAll))
}

/** What stands at a place of the view; `null` outside of it. */
export function cellAt({ sheet, rows }: SheetView, { row, column }: CellPosition): CellPlace | null {
  const item = rows[row]
  const letter = sheet.letters[column]
  return item === undefined || letter === undefined ? null : { item, letter }
}

export type CellPlace = { item: SampleItem; letter: string }
