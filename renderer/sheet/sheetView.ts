import type { Procedure } from '../../shared/contract/procedure.ts'
import type { SampleItem } from '../../shared/contract/sample.ts'
import type { CellPosition } from '../../shared/testing/nextUntested.ts'
import type { SheetCell, SheetCells } from './sheetCells.ts'

export type SheetFilter = 'all' | 'untested' | 'deviations'

/** A sheet as it was loaded. Results are not in it: they are in its cells. */
export type LoadedSheet = {
  procedure: Procedure
  header: string[]
  items: SampleItem[]
  letters: string[]
  /** Ids of sample items that were replaced: their results stand as they are. */
  replaced: ReadonlySet<string>
}

/** The rows that are shown, and the cells at their places. */
export type SheetView = {
  sheet: LoadedSheet
  filter: SheetFilter
  rows: SampleItem[]
}

/** @returns the items without those that were replaced; only these count */
export const countedItems = ({ items, replaced }: LoadedSheet): SampleItem[] =>
  items.filter(({ sampleItemId }) => !replaced.has(sampleItemId))

/** A replacement names the population item that it stands for; the sample item of that name was replaced. */
export function replacedItems(items: readonly SampleItem[]): ReadonlySet<string> {
  const names = new Set(items.flatMap(({ replacesItemId }) => replacesItemId ?? []))
  return new Set(items.filter(({ itemId }) => names.has(itemId)).map(({ sampleItemId }) => sampleItemId))
}

/**
 * The rows of a filter as they are now. They stay until the filter is chosen again,
 * so that an item does not vanish under the hand that tests it.
 */
export function viewSheet(sheet: LoadedSheet, cells: SheetCells, filter: SheetFilter): SheetView {
  const has = (item: SampleItem, looked: (cell: SheetCell) => boolean) =>
    sheet.letters.some((letter) => looked(cells.get(item.sampleItemId, letter)))
  const rows = sheet.items.filter((item) => {
    if (filter === 'all') return true
    if (filter === 'deviations') return has(item, ({ shown }) => shown.outcome === 'deviation')
    return !sheet.replaced.has(item.sampleItemId) && has(item, ({ shown }) => shown.outcome === null)
  })
  return { sheet, filter, rows }
}

/** What stands at a place of the view; `null` outside of it. */
export function cellAt({ sheet, rows }: SheetView, { row, column }: CellPosition): CellPlace | null {
  const item = rows[row]
  const letter = sheet.letters[column]
  return item === undefined || letter === undefined ? null : { item, letter }
}

export type CellPlace = { item: SampleItem; letter: string }
