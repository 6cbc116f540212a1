import { useElementSize, useMergedRef } from '@mantine/hooks'
import { type CSSProperties, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PopulationItem } from '../../../shared/contract/populationRows.ts'
import type { RowChoice } from './choice.ts'
import { moveBy } from './moves.ts'
import { pageRows, type RowPages } from './rowPages.ts'
import { contentHeight, rowHeight, scrollTopOf, topRow, visibleRows } from './scroll.ts'
import classes from './RowsGrid.module.css'

/** Rows drawn beyond what is visible. */
const overscan = 4
const cellWidth = 160

const decisionWords = { exclude: '✕ excluded', keep: '✓ kept' } as const

/** A million rows as an ARIA grid: one tab stop, the rows in sight alone are drawn, every row is reached by keyboard. */
export function RowsGrid({
  pages,
  header,
  sort,
  onSort,
}: {
  pages: RowPages<PopulationItem>
  header: readonly string[]
  sort: RowChoice['sort']
  onSort: (column: string) => void
}) {
  const frameRef = useRef<HTMLDivElement>(null)
  const { ref: sizeRef, height } = useElementSize()
  const ref = useMergedRef(frameRef, sizeRef)
  useSyncExternalStore(pages.subscribe, pages.version)
  const [scrollTop, setScrollTop] = useState(0)
  const [active, setActive] = useState({ row: 0, column: 0 })
  const rows = pages.total() ?? 0
  const frame = { rows, height: Math.max(rowHeight, height - rowHeight) }
  const top = topRow(frame, scrollTop)
  const first = Math.max(0, Math.floor(top) - overscan)
  const last = Math.min(rows, Math.ceil(top) + visibleRows(frame) + overscan)
  useEffect(() => pages.want(first, Math.max(first + pageRows, last)), [pages, first, last])

  const columns = ['Row', ...header, 'Decision'].map((name, place) => ({ name, place, key: `${place} ${name}` }))
  const style = {
    '--rows-columns': `80px repeat(${header.length}, minmax(${cellWidth}px, 1fr)) 110px`,
    '--rows-width': `${190 + header.length * cellWidth}px`,
  } as CSSProperties
  const show = (row: number) => {
    const isInSight = row >= top && row < top + visibleRows(frame) - 1
    if (isInSight || frameRef.current === null) return
    const wanted = row < top ? row : row - visibleRows(frame) + 2
    frameRef.current.scrollTop = scrollTopOf(frame, wanted)
  }
  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      aria-label="Rows of the population"
      aria-rowcount={rows + 1}
      aria-colcount={columns.length}
      aria-activedescendant={`row-${active.row}-${active.column}`}
      className={classes['frame']}
      style={style}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      onCopy={(event) => {
        event.preventDefault()
        event.clipboardData.setData('text/plain', cellsOf(pages.row(active.row))[active.column] ?? '')
      }}
      onKeyDown={(event) => {
        const next = moveBy(event, active, { rows, columns: columns.length, page: visibleRows(frame) - 1 })
        if (next === null) return
        event.preventDefault()
        setActive(next)
        show(next.row)
      }}
    >
      <div role="row" aria-rowindex={1} className={classes['head']}>
        {columns.map(({ name, place, key }) => (
          <div key={key} role="columnheader" aria-sort={sortOf(sort, name)} className={classes['cell']}>
            {place === 0 || place > header.length || name === '' ? (
              name
            ) : (
              <button type="button" tabIndex={-1} className={classes['title']} onClick={() => onSort(name)}>
                {name}
                {sort?.column === name ? (sort.descending ? ' ↓' : ' ↑') : ''}
              </button>
            )}
          </div>
        ))}
      </div>
      <div role="rowgroup" className={classes['content']} style={{ height: contentHeight(rows) }}>
        {Array.from({ length: Math.max(0, last - first) }, (_line, at) => first + at).map((row) => (
          <div
            key={row}
            role="row"
            aria-rowindex={row + 2}
            className={classes['line']}
            data-active={row === active.row || undefined}
            style={{ top: scrollTop + (row - top) * rowHeight }}
          >
            {columns.map(({ place, key }) => {
              const isActive = row === active.row && place === active.column
              return (
                <div
                  key={key}
                  id={`row-${row}-${place}`}
                  role="gridcell"
                  tabIndex={-1}
                  className={classes['cell']}
                  data-active={isActive || undefined}
                  onMouseDown={() => setActive({ row, column: place })}
                >
                  {cellsOf(pages.row(row))[place] ?? (place === 0 ? '…' : '')}
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}

function cellsOf(item: PopulationItem | undefined): string[] {
  if (item === undefined) return []
  return [String(item.row), ...item.cells, item.decision === null ? '' : decisionWords[item.decision]]
}

function sortOf(sort: RowChoice['sort'], column: string): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}
