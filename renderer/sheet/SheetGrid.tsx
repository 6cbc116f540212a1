import { useMergedRef } from '@mantine/hooks'
import { type CSSProperties, type RefObject, useRef, useState } from 'react'
import type { PopulationColumn } from '../../shared/testing/populationColumns.ts'
import { lineTemplate, lineWidth, rowHeight } from './columns.ts'
import { selectCell } from '../ui/selection.ts'
import { useClientSize } from '../ui/useClientSize.ts'
import { MonthLine } from './MonthLine.tsx'
import { SheetHeader } from './SheetHeader.tsx'
import { SheetRow } from './SheetRow.tsx'
import type { SheetStore } from './sheetStore.ts'
import type { SheetView } from './sheetView.ts'
import { useActiveCell } from './useActiveCell.ts'
import { useSheetClipboard } from './useSheetClipboard.ts'
import { useSheetKeys } from './useSheetKeys.ts'
import classes from './Sheet.module.css'
import { useReadOnlyReason } from '../ui/readOnly.ts'

/** Rows drawn beyond what is visible, on either side. */
const overscan = 4

export type SheetGridProps = {
  store: SheetStore
  view: SheetView
  columns: readonly PopulationColumn[]
  gridRef: RefObject<HTMLDivElement | null>
  onNote: () => void
  onReviewNote: () => void
  onDeviation: () => void
  onTickmark: () => void
  onEvidence: () => void
  /** Files were dropped on a cell, which is the active one then, or on the id of its item. */
  onFiles: (files: FileList, of: 'cell' | 'item') => void
  /** Keeps the pictures of the clipboard with the active cell; false where it holds none. */
  onImages: (data: DataTransfer) => boolean
  /** A sentence for the status line beside the sheet. */
  onSay: (sentence: string) => void
}

/**
 * The test sheet as an ARIA grid: one tab stop, the active cell by `aria-activedescendant`, so that the focus survives
 * rows that scroll out of the document. Only visible rows are drawn, and it does not follow the selection: a key costs
 * the cells that it touches.
 */
export function SheetGrid({ store, view, columns, gridRef, onSay, ...on }: SheetGridProps) {
  const { ref: sizeRef, width, height } = useClientSize()
  const ref = useMergedRef(gridRef, sizeRef)
  const [scrollTop, setScrollTop] = useState(0)
  const page = Math.max(1, Math.floor(height / rowHeight) - 2)
  const readOnly = useReadOnlyReason()
  const onKeyDown = useSheetKeys({ store, view, page, readOnly, onSay, ...on })
  useSheetClipboard({ store, view, gridRef, readOnly, onImages: on.onImages, onSay })

  const dragging = useRef(false)
  const { letters } = view.sheet
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan)
  const last = Math.min(view.lines.length, Math.ceil((scrollTop + height) / rowHeight) + overscan)
  const drawn = view.lines.slice(first, last).map((line, at) => ({ line, at: first + at }))
  const least = lineWidth(columns.length, letters.length)
  useActiveCell(gridRef, { store, view, drawn: { first, last }, size: { width, height } })
  const style = {
    '--sheet-columns': lineTemplate(columns.length, letters.length),
    '--sheet-width': `${least}px`,
  } as CSSProperties

  const point = (element: EventTarget, extend: boolean) => {
    const active = placeOf(element)
    const { anchor, active: before } = store.selection()
    if (!active || (extend && active.row === before.row && active.column === before.column)) return
    store.select(extend ? { active, anchor } : selectCell(active))
  }

  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      aria-label="Test sheet"
      aria-multiselectable="true"
      aria-rowcount={view.lines.length + 1}
      aria-colcount={5 + columns.length + letters.length}
      className={classes['frame']}
      data-wide={least > width || undefined}
      style={style}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        dragging.current = event.button === 0
        if (dragging.current) point(event.target, event.shiftKey)
      }}
      onMouseMove={(event) => {
        if (dragging.current && event.buttons === 1) point(event.target, true)
      }}
      onMouseUp={() => {
        dragging.current = false
      }}
      onDragOver={(event) => {
        const isOnSheet = placeOf(event.target) !== null || itemRowOf(event.target) !== null
        if (isOnSheet && event.dataTransfer.types.includes('Files')) event.preventDefault()
      }}
      onDrop={(event) => {
        const place = placeOf(event.target)
        const row = place?.row ?? itemRowOf(event.target)
        if (row === null || event.dataTransfer.files.length === 0) return
        event.preventDefault()
        store.select(selectCell(place ?? { row, column: store.selection().active.column }))
        on.onFiles(event.dataTransfer.files, place ? 'cell' : 'item')
      }}
      onDoubleClick={(event) => {
        if (placeOf(event.target)) on.onNote()
      }}
    >
      <div role="rowgroup" className={classes['head']}>
        <SheetHeader sheet={view.sheet} columns={columns} />
      </div>
      <div role="rowgroup" className={classes['rows']} style={{ height: view.lines.length * rowHeight }}>
        {drawn.map(({ line, at }) =>
          'row' in line ? (
            <SheetRow
              key={view.rows[line.row]?.sampleItemId}
              store={store}
              view={view}
              row={line.row}
              columns={columns}
            />
          ) : (
            <MonthLine key={line.month ?? 'none'} store={store} sheet={view.sheet} month={line} at={at} />
          ),
        )}
      </div>
    </div>
  )
}

/** The place that an element of the sheet stands at, from what its cell carries. */
function placeOf(element: EventTarget) {
  const cell = element instanceof Element ? element.closest<HTMLElement>('[data-row][data-column]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : null
}

/** The row whose item id an element shows. */
function itemRowOf(element: EventTarget): number | null {
  const head = element instanceof Element ? element.closest<HTMLElement>('[data-item-row]') : null
  return head ? Number(head.dataset['itemRow']) : null
}
