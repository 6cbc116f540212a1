import { useEffect, useRef } from 'react'
import { cellIds } from '../../shared/record/cellId.ts'
import { useIdInView } from '../records/useRecordInView.ts'
import { selectCell } from '../ui/selection.ts'
import type { SheetStore } from './sheetStore.ts'
import type { SheetView } from './sheetView.ts'

/** Selects the cell that the address leads to, once. */
export function useCellInView(store: SheetStore, view: SheetView): void {
  const id = useIdInView('result')
  const shown = useRef<string | null>(null)
  useEffect(() => {
    if (id === null || shown.current === id) return
    shown.current = id
    const { sampleItemId, letter } = cellIds(id)
    const row = view.rows.findIndex((item) => item.sampleItemId === sampleItemId)
    const column = view.sheet.letters.indexOf(letter)
    if (row >= 0 && column >= 0) store.select(selectCell({ row, column }))
  }, [id, store, view])
}
