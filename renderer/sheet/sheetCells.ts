import type { RecordedResult, Outcome } from '../../shared/contract/result.ts'
import type { ResultOf } from '../../shared/contract/index.ts'

/** What a cell of the test sheet holds; tickmarks by their ids. */
export type CellValue = { outcome: Outcome | null; note: string | null; tickmarks: ReadonlySet<string> }

/** A cell as it is shown: at once what was typed, while `pending` writes of it are not durable yet. */
export type SheetCell = { shown: CellValue; durable: CellValue; pending: number }

/** A write of one cell; what is left out stays as it is. */
export type CellWrite = Omit<RecordedResult, 'procedureId'>

/** The cells of a sheet, by item and attribute. It lives outside of React, so that a key costs one cell and not the sheet. */
export type SheetCells = {
  get: (sampleItemId: string, attribute: string) => SheetCell
  /** Shows a write before it is durable. */
  show: (write: CellWrite) => void
  /** The engine answered: the write is durable. */
  settle: (write: CellWrite) => void
  /** The engine refused: once no other write of the cell is open, it goes back to what is durable. */
  takeBack: (write: CellWrite) => void
  /** Takes what the store holds; cells with open writes keep what was typed. */
  load: (stored: StoredCells) => void
}

/** The cells as the engine gives them. */
export type StoredCells = Pick<ResultOf<'result.sheet'>, 'results' | 'placed'>

const empty: CellValue = { outcome: null, note: null, tickmarks: new Set() }
const untouched: SheetCell = { shown: empty, durable: empty, pending: 0 }

/** Cells of each item by attribute: finding one builds no name for it, since the whole sheet is counted after every key. */
type CellsByItem = Map<string, Map<string, SheetCell>>

export function createSheetCells(): SheetCells {
  let cells: CellsByItem = new Map()
  const at = ({ sampleItemId, attribute }: CellOf) => cells.get(sampleItemId)?.get(attribute) ?? untouched

  return {
    get: (sampleItemId, attribute) => cells.get(sampleItemId)?.get(attribute) ?? untouched,
    show: (write) => {
      const { shown, durable, pending } = at(write)
      put(cells, write, { shown: written(shown, write), durable, pending: pending + 1 })
    },
    settle: (write) => {
      const { shown, durable, pending } = at(write)
      const settled = written(durable, write)
      put(cells, write, { shown: pending > 1 ? shown : settled, durable: settled, pending: pending - 1 })
    },
    takeBack: (write) => {
      const { shown, durable, pending } = at(write)
      put(cells, write, { shown: pending > 1 ? shown : durable, durable, pending: pending - 1 })
    },
    load: (stored) => {
      const loaded: CellsByItem = new Map()
      for (const { of, value: durable } of storedValues(stored)) {
        put(loaded, of, { shown: durable, durable, pending: 0 })
      }
      for (const [sampleItemId, its] of cells) {
        for (const [attribute, { shown, pending }] of its) {
          if (pending === 0) continue
          const durable = loaded.get(sampleItemId)?.get(attribute)?.durable ?? empty
          put(loaded, { sampleItemId, attribute }, { shown, durable, pending })
        }
      }
      cells = loaded
    },
  }
}

type CellOf = { sampleItemId: string; attribute: string }

function put(cells: CellsByItem, { sampleItemId, attribute }: CellOf, cell: SheetCell): void {
  const its = cells.get(sampleItemId)
  if (its) its.set(attribute, cell)
  else cells.set(sampleItemId, new Map([[attribute, cell]]))
}

function storedValues({ results, placed }: StoredCells): { of: CellOf; value: CellValue }[] {
  const tickmarks = Map.groupBy(placed, cellName)
  const ticks = (of: CellOf) => new Set((tickmarks.get(cellName(of)) ?? []).map(({ tickmarkId }) => tickmarkId))
  // A tickmark may stand beside a cell without a result, so results come after and win.
  return [
    ...placed.map((of) => ({ of, value: { ...empty, tickmarks: ticks(of) } })),
    ...results.map((of) => ({ of, value: { outcome: of.outcome, note: of.note, tickmarks: ticks(of) } })),
  ]
}

const cellName = ({ sampleItemId, attribute }: CellOf) => `${attribute} ${sampleItemId}`

function written(
  value: CellValue,
  { outcome = value.outcome, note = value.note, tickmarks = [] }: CellWrite,
): CellValue {
  if (tickmarks.length === 0) return { outcome, note, tickmarks: value.tickmarks }
  const stands = new Set(value.tickmarks)
  for (const { tickmarkId, placed } of tickmarks) {
    if (placed) stands.add(tickmarkId)
    else stands.delete(tickmarkId)
  }
  return { outcome, note, tickmarks: stands }
}
