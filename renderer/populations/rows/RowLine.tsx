import { IconCircleCheck, IconCircleMinus } from '@tabler/icons-react'
import { memo } from 'react'
import type { PopulationItem } from '../../../shared/contract/populationRows.ts'
import { decisionWords, type GridColumn } from './gridColumns.ts'
import classes from './RowsGrid.module.css'

/** @returns the id of a cell's element, for `aria-activedescendant` */
export const cellElementId = (row: number, column: number): string => `population-row-${row}-${column}`

type RowLineProps = {
  /** Its place in the list, from 0. */
  row: number
  item: PopulationItem | undefined
  columns: readonly GridColumn[]
  /** First column that is drawn. */
  from: number
  to: number
  /** Pixels from the top of the layer. */
  y: number
  activeColumn: number | null
  /** Columns of the selected range that lie in this row. */
  selectedFrom: number
  selectedTo: number
}

/** A row of the population; until its page is there, its place. It draws itself again only when something of it changes. */
export const RowLine = memo(function RowLine({
  row,
  item,
  columns,
  from,
  to,
  y,
  activeColumn,
  selectedFrom,
  selectedTo,
}: RowLineProps) {
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes['line']}
      style={{ top: y }}
      data-active={activeColumn === null ? undefined : true}
      data-decision={item?.decision ?? undefined}
    >
      <div role="rowheader" aria-colindex={1} className={classes['number']}>
        <DecisionMark decision={item?.decision ?? null} />
        {item?.row ?? '…'}
      </div>
      {columns.slice(from, to + 1).map((column, at) => {
        const place = from + at
        const text = item === undefined ? '' : column.textOf(item)
        return (
          <div
            key={column.key}
            id={cellElementId(row, place)}
            role="gridcell"
            aria-colindex={place + 2}
            aria-selected={place >= selectedFrom && place <= selectedTo}
            className={classes['cell']}
            style={{ left: `calc(var(--number-width) + ${column.left}px)`, width: column.width }}
            data-row={row}
            data-column={place}
            data-active={place === activeColumn || undefined}
            title={text}
          >
            {text}
          </div>
        )
      })}
    </div>
  )
})

/** The word stands in the column of decisions. */
function DecisionMark({ decision }: { decision: PopulationItem['decision'] }) {
  if (decision === null) return null
  const Icon = decision === 'exclude' ? IconCircleMinus : IconCircleCheck
  return <Icon size={14} aria-label={decisionWords[decision]} role="img" />
}
