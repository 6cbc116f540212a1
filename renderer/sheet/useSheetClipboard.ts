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
  onImages: (data: DataTransfer) => boolean
  onSay: (sentence: string) => void
}

/**
 * Copy and paste between the sheet and a spreadsheet, as text, while the sheet has the focus; a pasted screenshot is evidence.
 * The document listens, since Chromium fires clipboard events at the text selection and not at the focus.
 */
export function useSheetClipboard({ store, view, gridRef, readOnly, onImages, onSay }: SheetClipboard): void {
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
      const text = event.clipboardData?.getData('text/plain') ?? ''
      // A spreadsheet puts a picture of its cells beside their text.
      if (text === '' && event.clipboardData !== null && onImages(event.clipboardData)) return
      const pasted = pastedOutcomes(text)
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
  }, [store, view, gridRef, readOnly, onImages, onSay])
}
