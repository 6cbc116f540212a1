import { type RefObject, useLayoutEffect, useRef } from 'react'
import { rowHeight, stayingWidth } from './columns.ts'
import { cellElementId } from './SheetCellView.tsx'
import type { SheetStore } from './sheetStore.ts'
import type { SheetView } from './sheetView.ts'

type Sight = {
  store: SheetStore
  view: SheetView
  /** Lines that stand in the document. */
  drawn: { first: number; last: number }
  /** What the grid shows, in pixels. */
  size: { width: number; height: number }
}

/**
 * Names the active cell to screen readers and keeps it in sight, below the head and beside the item id, which stay where
 * they are. It writes to the grid itself, so that a move renders nothing but the two cells.
 */
export function useActiveCell(gridRef: RefObject<HTMLDivElement | null>, { store, view, drawn, size }: Sight): void {
  const { first, last } = drawn
  const { width, height } = size
  // Where it was last brought into sight: whoever scrolls away from a cell stays there until another one is active.
  const sought = useRef('')

  useLayoutEffect(() => {
    const frame = gridRef.current
    if (!frame || width === 0 || height === 0) return undefined
    const show = () => {
      const { active } = store.selection()
      const line = view.lineOfRow[active.row] ?? 0
      const place = `${line} ${active.column} in ${width} ${height}`
      if (sought.current !== place) bringIntoSight(frame, { line, column: active.column }, { width, height })
      sought.current = place
      if (line >= first && line < last) frame.setAttribute('aria-activedescendant', cellElementId(active))
      else frame.removeAttribute('aria-activedescendant')
    }
    show()
    return store.subscribe(show)
  }, [gridRef, store, view, first, last, width, height])
}

function bringIntoSight(frame: HTMLElement, place: { line: number; column: number }, size: Sight['size']): void {
  const top = place.line * rowHeight
  const head = frame.querySelector<HTMLElement>(`[data-attribute-column="${place.column}"]`)
  // All is measured before anything moves, so that the page is laid out once.
  const scrollTop = nearest(frame.scrollTop, top, top + 2 * rowHeight - size.height)
  const scrollLeft = head
    ? nearest(frame.scrollLeft, head.offsetLeft - stayingWidth, head.offsetLeft + head.offsetWidth - size.width)
    : frame.scrollLeft
  if (scrollTop !== frame.scrollTop || scrollLeft !== frame.scrollLeft) frame.scrollTo(scrollLeft, scrollTop)
}

/** @returns the scroll position that is nearest to where it is, between the lowest and the highest that show the cell */
const nearest = (now: number, highest: number, lowest: number) => Math.min(highest, Math.max(lowest, now))
