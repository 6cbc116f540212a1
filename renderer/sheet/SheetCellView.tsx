import { memo } from 'react'
import type { Tickmark } from '../../shared/contract/tickmark.ts'
import type { CellPosition } from '../../shared/testing/nextUntested.ts'
import { withWords } from '../../shared/record/token.ts'
import { filesSpoken, outcomeMark, outcomeSpoken, reviewNotesSpoken } from './outcomes.ts'
import type { SheetCell } from './sheetCells.ts'
import classes from './Sheet.module.css'

/** Id of the element at a place, for `aria-activedescendant`. */
export const cellElementId = ({ row, column }: CellPosition): string => `sheet-cell-${row}-${column}`

type SheetCellViewProps = {
  cell: SheetCell
  legend: readonly Tickmark[]
  /** How many files support it. */
  files: number
  /** How many review notes on it are not cleared. */
  reviewNotes: number
  letter: string
  itemId: string
  row: number
  column: number
  isActive: boolean
  isSelected: boolean
  isReplaced: boolean
}

/** One result. The mark is hollow until the result is durable. Its properties compare, so that it is drawn only when one changed. */
export const SheetCellView = memo(function SheetCellView(props: SheetCellViewProps) {
  const { cell, legend, files, reviewNotes, letter, itemId, row, column, isActive, isSelected, isReplaced } = props
  const { outcome, note, tickmarks } = cell.shown
  const symbols = legend.flatMap(({ tickmarkId, symbol }) => (tickmarks.has(tickmarkId) ? [symbol] : []))
  const ticked = symbols.length > 0 ? `, tickmarks ${symbols.join(' ')}` : ''
  const saved = cell.pending > 0 ? ', being saved' : ''
  // The records that a note points at are named in its own column.
  const noteWords = withWords(note ?? '', () => '…')
  const noted = noteWords === '' ? '' : `, note: ${noteWords}`
  return (
    <div
      id={cellElementId({ row, column })}
      role="gridcell"
      className={classes['cell']}
      aria-label={`${itemId}, attribute ${letter}: ${outcomeSpoken(outcome)}${ticked}${filesSpoken(files)}${reviewNotesSpoken(reviewNotes)}${saved}${noted}`}
      aria-selected={isSelected}
      aria-readonly={isReplaced || undefined}
      title={noteWords}
      data-row={row}
      data-column={column}
      data-outcome={outcome ?? 'untested'}
      data-pending={cell.pending > 0 || undefined}
      data-active={isActive || undefined}
      data-marked={symbols.length > 0 || files > 0 || reviewNotes > 0 || noted !== '' || undefined}
    >
      {outcomeMark(outcome)}
      {symbols.length > 0 ? <sup className={classes['symbols']}>{symbols.join('')}</sup> : null}
      {files > 0 ? <span className={classes['fileMark']} aria-hidden="true" /> : null}
      {reviewNotes > 0 ? <span className={classes['reviewMark']} aria-hidden="true" /> : null}
      {note ? <span className={classes['noteMark']} aria-hidden="true" /> : null}
    </div>
  )
})
