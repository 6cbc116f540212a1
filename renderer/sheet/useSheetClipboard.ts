import { type RefObject, useEffect } from 'react'
import { pastedOutcomes } from '../../shared/testing/pastedOutcomes.ts'
import { rangeOf } from '../ui/selection.ts'
import { copyRange, pasteBlock } from './sheetActions.ts'
import type { SheetStore } from './sheetStore.ts'
import type { SheetView } from './sheetView.ts'

type SheetClipboard = {
  store: SheetStore
  view: SheetView
  gridRef: RefObject<HTMLDivElement | null>
  /** Why nothing can be pasted; `null` where it can. */
  readOnly: string | null
  onSay: (sentence: string) => void
}

/**
 * Copy and paste between the sheet and a spreadsheet, as text, while the sheet has the focus.
 * The document listens, since Chromium fires clipboard events at the text selection and not at the focus.
 */
export function useSheetClipboard({ store, view, gridRef, readOnly, onSay }: SheetClipboard): void {
  useEffect(() => {
    const target = { view, cells: store.cells }
    const hasFocus = () => gridRef.current !== null && document.activeElement === gridRef.current

    const copy = (event: ClipboardEvent) => {
      if (!hasFocus()) return
      event.preventDefault()
      event.clipboardData?.setData('text/plain', copyRange(target, rangeOf(store.selection())))
    }
    const paste = (event: ClipboardEvent) => {
      if (!hasFocus()) return
      event.preventDefault()
      if (readOnly !== null) {
        onSay(readOnly)
        return
      }
      const pasted = pastedOutcomes(event.clipboardData?.getData('text/plain') ?? '')
      const result = pasteBlock(target, rangeOf(store.selection()), pasted)
      if ('refused' in result) {
        onSay(result.refused)
        return
      }
      store.record(result.writes)
      onSay(`${result.writes.length} results pasted.`)
    }

    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [store, view, gridRef, readOnly, onSay])
}
