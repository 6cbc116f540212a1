import { type RefObject, useEffect, useRef } from 'react'
import type { PopulationItem } from '../../../shared/contract/populationRows.ts'
import { countOf } from '../../../shared/sampling/figureText.ts'
import { askShell } from '../../engine/shell.ts'
import type { Range } from '../../ui/selection.ts'
import { copiedText } from './copiedText.ts'
import type { GridColumn } from './gridColumns.ts'

type RowsClipboard = {
  gridRef: RefObject<HTMLDivElement | null>
  columns: readonly GridColumn[]
  range: Range
  /** Reads rows by their place; both ends are included. */
  readRows: (first: number, last: number) => Promise<readonly PopulationItem[]>
  onSay: (sentence: string) => void
}

const mostRows = 10_000
/** As many characters as the shell takes. */
const mostCharacters = 1_000_000

/** Copies the selected cells, while the grid has the focus; rows that are not in the window are read for it. */
export function useRowsClipboard(clipboard: RowsClipboard): void {
  const latest = useRef(clipboard)
  useEffect(() => {
    latest.current = clipboard
  })
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const { gridRef, onSay } = latest.current
      if (gridRef.current === null || document.activeElement !== gridRef.current) return
      event.preventDefault()
      copyRange(latest.current).then(onSay, (error: Error) => onSay(error.message))
    }
    // Chromium fires clipboard events at the text selection and not at the focus.
    document.addEventListener('copy', copy)
    return () => document.removeEventListener('copy', copy)
  }, [])
}

async function copyRange({ columns, range, readRows }: RowsClipboard): Promise<string> {
  const rows = range.bottom - range.top + 1
  const tooLarge = `That is too much to copy at once: at most ${countOf(mostRows, 'row')} of a million characters.`
  if (rows > mostRows) return tooLarge
  const items = await readRows(range.top, range.bottom)
  const chosen = columns.slice(range.left, range.right + 1)
  const text = copiedText(items.map((item) => chosen.map(({ textOf }) => textOf(item))))
  if (text.length > mostCharacters) return tooLarge
  await askShell({ kind: 'copyText', text })
  return `${countOf(items.length * chosen.length, 'cell')} copied.`
}
