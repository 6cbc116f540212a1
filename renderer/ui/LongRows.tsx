import { Table } from '@mantine/core'
import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useFirstRows } from './Later.tsx'
import { withFocused } from './withFocused.ts'

/** So many rows are all in the document: they cost little. */
const fewRows = 100
/** Height of a row of one line, in pixels, until it was seen. */
const usualHeight = 40
/** Rows above and below the screen that are there before somebody scrolls to them. */
const ahead = 12

/** @returns whether a table keeps only the rows near the screen; its columns need widths then, or they would move with its rows */
export function isLongTable(rows: readonly unknown[]): boolean {
  return rows.length > fewRows
}

type LongRowsProps<T> = {
  rows: readonly T[]
  keyOf: (row: T) => string
  /** The cells of a row. */
  renderCells: (row: T) => ReactNode
  /** The row that is open beside the table. */
  isActive?: (row: T) => boolean
}

/** The body of a table that may have hundreds of rows: what is far from the screen is a gap. The table itself says `aria-rowcount`. */
export function LongRows<T>(props: LongRowsProps<T>) {
  return isLongTable(props.rows) ? <RowsInSight {...props} /> : <AllRows {...props} />
}

function AllRows<T>({ rows, keyOf, renderCells, isActive }: LongRowsProps<T>) {
  return (
    <Table.Tbody>
      {useFirstRows(rows).map((row) => (
        <Table.Tr key={keyOf(row)} data-active={isActive?.(row) || undefined}>
          {renderCells(row)}
        </Table.Tr>
      ))}
    </Table.Tbody>
  )
}

function RowsInSight<T>({ rows, keyOf, renderCells, isActive }: LongRowsProps<T>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const top = useTop(body)
  // By its key: the list may be sorted anew around whoever stands in it.
  const [focused, setFocused] = useState<string | null>(null)
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    overscan: ahead,
    scrollMargin: top,
    rangeExtractor: (range) =>
      withFocused(
        defaultRangeExtractor(range),
        rows.findIndex((row) => keyOf(row) === focused),
        rows.length,
      ),
  })
  const inSight = virtual.getVirtualItems()
  return (
    <Table.Tbody
      ref={body}
      onFocus={({ target }) => setFocused(keyAround(target))}
      onBlur={({ target, relatedTarget }) => {
        // It stays in its row when the whole window loses the focus. The row that it goes to has to be there still when it comes.
        if (document.activeElement !== target) setFocused(keyAround(relatedTarget))
      }}
    >
      {inSight.map(({ index, start }, place) => {
        const row = rows[index]
        if (row === undefined) return null
        const key = keyOf(row)
        return (
          <Fragment key={key}>
            <Gap height={start - (inSight[place - 1]?.end ?? top)} />
            <Table.Tr
              ref={virtual.measureElement}
              data-index={index}
              data-key={key}
              // The head is the first.
              aria-rowindex={index + 2}
              data-active={isActive?.(row) || undefined}
            >
              {renderCells(row)}
            </Table.Tr>
          </Fragment>
        )
      })}
      <Gap height={virtual.getTotalSize() - ((inSight.at(-1)?.end ?? top) - top)} />
    </Table.Tbody>
  )
}

/** @returns the key of the row that an element is in */
function keyAround(element: EventTarget | null): string | null {
  if (!(element instanceof Element)) return null
  return element.closest<HTMLElement>('tr[data-key]')?.dataset['key'] ?? null
}

/** @returns how far from the top of the page an element begins, in pixels */
function useTop(of: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = of.current
    if (element === null) return
    const measure = () => setTop(element.getBoundingClientRect().top + window.scrollY)
    measure()
    // What stands above the table comes and goes, such as an error or a form.
    const growing = new ResizeObserver(measure)
    growing.observe(element.closest('main') ?? document.body)
    return () => growing.disconnect()
  }, [of])
  return top
}

function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null
}
