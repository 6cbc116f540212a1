import type { Outcome, Result } from '../../shared/contract/result.ts'

/** What a cell of the test sheet holds. */
export type CellValue = { outcome: Outcome | null; note: string | null }

/** A cell as it is shown: at once what was typed, while `pending` writes of it are not durable yet. */
export type SheetCell = { shown: CellValue; durable: CellValue; pending: number }

/** A write of one cell; what is left out stays as it is. */
export type CellWrite = { sampleItemId: string; attribute: string } & Partial<CellValue>

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
  load: (results: readonly Result[]) => void
}

const empty: CellValue = { outcome: null, note: null }
const untouched: SheetCell = { shown: empty, durable: empty, pending: 0 }

export function createSheetCells(): SheetCells {
  let cells = new Map<string, SheetCell>()
  const key = ({ sampleItemId, attribute }: { sampleItemId: string; attribute: string }) =>
    `${attribute} ${sampleItemId}`
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
    load: (results) => {
      const loaded = new Map<string, SheetCell>()
      for (const [place, { shown, durable, pending }] of cells) {
        if (pending > 0) loaded.set(place, { shown, durable, pending })
      }
      for (const { sampleItemId, attribute, outcome, note } of results) {
        const place = key({ sampleItemId, attribute })
        const durable = { outcome, note }
        const open = loaded.get(place)
        loaded.set(
          place,
          open ? { shown: open.shown, durable, pending: open.pending } : { shown: durable, durable, pending: 0 },
        )
      }
      cells = loaded
    },
  }
}

function written(value: CellValue, { outcome = value.outcome, note = value.note }: CellWrite): CellValue {
  return { outcome, note }
}
