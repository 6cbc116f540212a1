import { type RefObject, useState } from 'react'
import { type Frame, lastTop, scrollTopOf, topRow } from './scroll.ts'

/**
 * Scrolls a list that may be taller than a browser can be. The row at the top is kept exactly, since a pixel of the scrollbar
 * may be several of the list; the scrollbar moves it only where it says something else.
 */
export function useLongScroll(frameRef: RefObject<HTMLElement | null>, frame: Frame) {
  const [kept, setKept] = useState(0)
  return {
    top: Math.min(kept, lastTop(frame)),
    /** Follows the scrollbar. */
    onScroll: (scrollTop: number) =>
      setKept((known) => (Math.abs(scrollTopOf(frame, known) - scrollTop) < 1 ? known : topRow(frame, scrollTop))),
    /** Brings a row to the top. */
    scrollTo: (row: number) => {
      setKept(row)
      if (frameRef.current !== null) frameRef.current.scrollTop = scrollTopOf(frame, row)
    },
  }
}
