import { useMergedRef } from '@mantine/hooks'
import { type CSSProperties, type RefObject, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { PopulationItem } from '../../../shared/contract/populationRows.ts'
import { useClientSize } from '../../ui/useClientSize.ts'
import { moveOfKey, moveSelection, rangeOf, selectCell, type Selection } from '../../ui/selection.ts'
import type { RowChoice } from './choice.ts'
import { columnsInSight, type GridColumn, widthOf } from './gridColumns.ts'
import { cellElementId, RowLine } from './RowLine.tsx'
import type { RowPages } from './rowPages.ts'
import { type ColumnActions, RowsHead } from './RowsHead.tsx'
import { contentHeight, rowHeight, topToShow, visibleRows } from './scroll.ts'
import { useLongScroll } from './useLongScroll.ts'
import classes from './RowsGrid.module.css'

/** Width of the row numbers, which stay in sight. */
const numberWidth = 88

type RowsGridProps = ColumnActions & {
  pages: RowPages<PopulationItem>
  columns: readonly GridColumn[]
  sort: RowChoice['sort']
  selection: Selection
  onSelect: (selection: Selection) => void
  gridRef: RefObject<HTMLDivElement | null>
  onFind: () => void
  onGoTo: () => void
}

/** A million rows as an ARIA grid: one tab stop, only what is in sight is drawn, every cell is reached by keyboard. */
export function RowsGrid(props: RowsGridProps) {
  const { pages, columns, sort, selection, onSelect, gridRef, onFind, onGoTo, ...actions } = props
  const { ref: sizeRef, width, height } = useClientSize()
  const ref = useMergedRef(gridRef, sizeRef)
  useSyncExternalStore(pages.subscribe, pages.version)
  const [scrollLeft, setScrollLeft] = useState(0)
  const [menuAt, setMenuAt] = useState<number | null>(null)
  const isDragging = useRef(false)
  const frame = { rows: pages.total, height: Math.max(rowHeight, height - rowHeight) }
  const { top, onScroll, scrollTo } = useLongScroll(gridRef, frame)
  const first = Math.floor(top)
  const last = Math.min(pages.total, first + visibleRows(frame) + 2) - 1
  useEffect(() => pages.want(first, last), [pages, first, last])

  const { active } = selection
  const latest = useRef({ top, frame, columns, scrollTo })
  useEffect(() => {
    latest.current = { top, frame, columns, scrollTo }
  })
  const isMeasured = width > 0 && height > 0
  useEffect(() => {
    const { current: now } = latest
    const grid = gridRef.current
    if (!isMeasured || grid === null) return
    const wanted = topToShow(now.frame, now.top, active.row)
    if (wanted !== now.top) now.scrollTo(wanted)
    const column = now.columns[active.column]
    if (column === undefined) return
    const room = grid.clientWidth - numberWidth
    grid.scrollLeft = Math.min(column.left, Math.max(column.left + column.width - room, grid.scrollLeft))
  }, [gridRef, active, isMeasured])

  const { from, to } = columnsInSight(columns, scrollLeft, Math.max(0, width - numberWidth))
  const isDrawn = active.row >= first && active.row <= last && active.column >= from && active.column <= to
  const range = rangeOf(selection)
  const bounds = { rows: pages.total, columns: columns.length, page: Math.max(1, visibleRows(frame) - 1) }
  const style = { '--number-width': `${numberWidth}px`, '--rows-width': `${numberWidth + widthOf(columns)}px` }

  const press = (event: React.KeyboardEvent<HTMLDivElement>) => {
    if (event.target !== event.currentTarget) return
    const does = commandOf(event)
    const move = moveOfKey(event)
    if (does === null && move === null) return
    event.preventDefault()
    event.stopPropagation()
    if (does === 'menu') setMenuAt(active.column)
    else if (does === 'find') onFind()
    else if (does === 'goTo') onGoTo()
    else if (move !== null && pages.total > 0) onSelect(moveSelection(selection, move, bounds, event.shiftKey))
  }
  const point = (target: EventTarget, extend: boolean) => {
    const place = placeOf(target)
    if (place !== null) onSelect(extend ? { active: place, anchor: selection.anchor } : selectCell(place))
  }
  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={0}
      aria-label="Rows of the population"
      aria-multiselectable="true"
      aria-rowcount={pages.total + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={isDrawn ? cellElementId(active.row, active.column) : undefined}
      className={classes['frame']}
      style={style as CSSProperties}
      onScroll={({ currentTarget }) => {
        onScroll(currentTarget.scrollTop)
        setScrollLeft(currentTarget.scrollLeft)
      }}
      onKeyDown={press}
      onMouseDown={(event) => {
        isDragging.current = event.button === 0 && placeOf(event.target) !== null
        if (isDragging.current) point(event.target, event.shiftKey)
      }}
      onMouseMove={(event) => {
        if (isDragging.current && event.buttons === 1) point(event.target, true)
      }}
      onMouseUp={() => {
        isDragging.current = false
      }}
    >
      <div role="rowgroup" className={classes['top']}>
        <RowsHead
          {...actions}
          columns={columns}
          from={from}
          to={to}
          sort={sort}
          menuAt={menuAt}
          onMenu={(place) => {
            setMenuAt(place)
            if (place === null) gridRef.current?.focus()
          }}
        />
      </div>
      <div className={classes['content']} style={{ height: contentHeight(pages.total) }}>
        <div
          role="rowgroup"
          className={classes['layer']}
          style={{ height: Math.min(frame.height, contentHeight(pages.total)) }}
        >
          {Array.from({ length: Math.max(0, last - first + 1) }, (_line, at) => first + at).map((row) => {
            const isInRange = row >= range.top && row <= range.bottom
            return (
              <RowLine
                key={row}
                row={row}
                item={pages.row(row)}
                columns={columns}
                from={from}
                to={to}
                y={Math.round((row - top) * rowHeight)}
                activeColumn={row === active.row ? active.column : null}
                selectedFrom={isInRange ? range.left : 0}
                selectedTo={isInRange ? range.right : -1}
              />
            )
          })}
        </div>
      </div>
    </div>
  )
}

/** The place of the cell that an element belongs to. */
function placeOf(target: EventTarget) {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) }
}

/** Keys of the grid besides those that move. */
function commandOf({ key, ctrlKey, metaKey, altKey, shiftKey }: React.KeyboardEvent): 'menu' | 'find' | 'goTo' | null {
  const isControl = ctrlKey || metaKey
  if (key === 'ContextMenu' || (key === 'ArrowDown' && altKey) || (key === 'F10' && shiftKey)) return 'menu'
  if ((key === '/' && !isControl) || (key === 'f' && isControl)) return 'find'
  return key === 'g' && isControl ? 'goTo' : null
}

/** The keys as they are shown below the grid. */
export const rowKeyLegend: readonly [string, string][] = [
  ['/', 'find'],
  ['Ctrl+G', 'go to row'],
  ['Alt+↓', 'column menu'],
  ['Shift+arrows', 'range'],
  ['Ctrl+C', 'copy'],
  ['Ctrl+End', 'last row'],
]
