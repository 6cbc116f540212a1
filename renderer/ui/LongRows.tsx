import { Table } from '@mantine/core'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'

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
      {rows.map((row) => (
        <Table.Tr key={keyOf(row)} data-active={isActive?.(row) || undefined}>
          {renderCells(row)}
        </Table.Tr>
      ))}
    </Table.Tbody>
  )
}

function RowsInSight<T>({ rows, keyOf, renderCells, isActive }: LongRowsProps<T>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const element = body.current
    if (element === null) return
    const measure = () => setTop(element.getBoundingClientRect().top + window.scrollY)
    measure()
    // What stands above the table comes and goes, such as an error or a form.
    const growing = new ResizeObserver(measure)
    growing.observe(element.closest('main') ?? document.body)
    return () => growing.disconnect()
  }, [])
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    overscan: ahead,
    scrollMargin: top,
  })
  const inSight = virtual.getVirtualItems()
  const above = (inSight[0]?.start ?? top) - top
  const below = virtual.getTotalSize() - ((inSight.at(-1)?.end ?? top) - top)
  return (
    <Table.Tbody ref={body}>
      <Gap height={above} />
      {inSight.map(({ index }) => {
        const row = rows[index]
        return row === undefined ? null : (
          <Table.Tr
            key={keyOf(row)}
            ref={virtual.measureElement}
            data-index={index}
            // The head is the first.
            aria-rowindex={index + 2}
            data-active={isActive?.(row) || undefined}
          >
            {renderCells(row)}
          </Table.Tr>
        )
      })}
      <Gap height={below} />
    </Table.Tbody>
  )
}

function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden="true" style={{ height }} /> : null
}
