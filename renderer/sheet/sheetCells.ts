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

export function createSheetCells(): SheetCells {
  let cells = new Map<string, SheetCell>()
  const at = (write: CellWrite) => cells.get(key(write)) ?? untouched

  return {
    get: (sampleItemId, attribute) => at({ sampleItemId, attribute }),
    show: (write) => {
      const { shown, durable, pending } = at(write)
      cells.set(key(write), { shown: written(shown, write), durable, pending: pending + 1 })
    },
    settle: (write) => {
      const { shown, durable, pending } = at(write)
      const settled = written(durable, write)
      cells.set(key(write), { shown: pending > 1 ? shown : settled, durable: settled, pending: pending - 1 })
    },
    takeBack: (write) => {
      const { shown, durable, pending } = at(write)
      cells.set(key(write), { shown: pending > 1 ? shown : durable, durable, pending: pending - 1 })
    },
    load: (stored) => {
      const loaded = new Map<string, SheetCell>()
      for (const [place, cell] of cells) {
        if (cell.pending > 0) loaded.set(place, { ...cell, durable: empty })
      }
      for (const [place, durable] of storedValues(stored)) {
        const open = loaded.get(place)
        loaded.set(place, open ? { ...open, durable } : { shown: durable, durable, pending: 0 })
      }
      cells = loaded
    },
  }
}

const key = ({ sampleItemId, attribute }: { sampleItemId: string; attribute: string }) => `${attribute} ${sampleItemId}`

function storedValues({ results, placed }: StoredCells): Map<string, CellValue> {
  const tickmarks = Map.groupBy(placed, key)
  const values = new Map<string, CellValue>()
  for (const result of results) values.set(key(result), { ...empty, outcome: result.outcome, note: result.note })
  for (const [place, its] of tickmarks) {
    values.set(place, { ...(values.get(place) ?? empty), tickmarks: new Set(its.map(({ tickmarkId }) => tickmarkId)) })
  }
  return values
}

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
