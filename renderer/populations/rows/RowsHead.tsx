import { Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconChevronDown } from '@tabler/icons-react'
import type { PointerEvent } from 'react'
import type { RowChoice } from './choice.ts'
import { type GridColumn, widthWithin } from './gridColumns.ts'
import classes from './RowsGrid.module.css'

/** What can be done with a column. */
export type ColumnActions = {
  onSort: (column: string, order: 'next' | 'ascending' | 'descending' | 'file') => void
  onFilter: (column: string) => void
  onSummary: (column: string) => void
  onWidth: (key: string, width: number) => void
}

type RowsHeadProps = ColumnActions & {
  columns: readonly GridColumn[]
  from: number
  to: number
  sort: RowChoice['sort']
  /** Place of the column whose menu is open. */
  menuAt: number | null
  onMenu: (place: number | null) => void
}

const widthStep = 40

/** The line on top: a click on a title orders the rows, the menu beside it has the rest, its edge is drawn. */
export function RowsHead({ columns, from, to, sort, menuAt, onMenu, ...actions }: RowsHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className={classes['head']}>
      <div role="columnheader" aria-colindex={1} className={classes['number']}>
        Row
      </div>
      {columns.slice(from, to + 1).map((column, at) => (
        <div
          key={column.key}
          role="columnheader"
          aria-colindex={from + at + 2}
          aria-sort={sortOf(sort, column)}
          className={classes['title']}
          style={{ left: `calc(var(--number-width) + ${column.left}px)`, width: column.width }}
        >
          {column.isOfFile ? (
            <>
              <button
                type="button"
                tabIndex={-1}
                className={classes['name']}
                title={column.name}
                onClick={() => actions.onSort(column.name, 'next')}
              >
                {column.name}
              </button>
              <SortArrow order={sortOf(sort, column)} />
              <ColumnMenu
                {...actions}
                column={column}
                opened={menuAt === from + at}
                onChange={(opened) => onMenu(opened ? from + at : null)}
              />
            </>
          ) : (
            <span className={classes['name']}>{column.name}</span>
          )}
          <Edge width={column.width} onWidth={(width) => actions.onWidth(column.key, width)} />
        </div>
      ))}
    </div>
  )
}

function ColumnMenu({
  column,
  opened,
  onChange,
  onSort,
  onFilter,
  onSummary,
  onWidth,
}: ColumnActions & { column: GridColumn; opened: boolean; onChange: (opened: boolean) => void }) {
  const { key, name, width } = column
  return (
    <Menu
      opened={opened}
      onChange={onChange}
      returnFocus={false}
      position="bottom-start"
      portalProps={{ target: 'main' }}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" tabIndex={-1} className={classes['more']} aria-label={`Column ${name}`}>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onSort(name, 'ascending')}>Order ascending</Menu.Item>
        <Menu.Item onClick={() => onSort(name, 'descending')}>Order descending</Menu.Item>
        <Menu.Item onClick={() => onSort(name, 'file')}>Order of the file</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => onFilter(name)}>Filter…</Menu.Item>
        <Menu.Item onClick={() => onSummary(name)}>Summary</Menu.Item>
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} onClick={() => onWidth(key, width + widthStep)}>
          Wider
        </Menu.Item>
        <Menu.Item closeMenuOnClick={false} onClick={() => onWidth(key, width - widthStep)}>
          Narrower
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

/** The right edge of a column, to be drawn with the pointer; the menu does the same for the keyboard. */
function Edge({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault()
    const edge = event.currentTarget
    const start = event.clientX
    const move = (moved: globalThis.PointerEvent) => onWidth(widthWithin(width + moved.clientX - start))
    edge.setPointerCapture(event.pointerId)
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true })
  }
  return <div className={classes['edge']} onPointerDown={begin} />
}

function SortArrow({ order }: { order: ReturnType<typeof sortOf> }) {
  if (order === 'ascending') return <IconArrowUp size={14} aria-hidden />
  return order === 'descending' ? <IconArrowDown size={14} aria-hidden /> : null
}

function sortOf(sort: RowChoice['sort'], { name, isOfFile }: GridColumn): 'ascending' | 'descending' | 'none' {
  if (!isOfFile || sort?.column !== name) return 'none'
  return sort.descending ? 'descending' : 'ascending'
}
