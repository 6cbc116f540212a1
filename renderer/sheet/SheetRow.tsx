import { memo, useSyncExternalStore } from 'react'
import type { SampleItem } from '../../shared/contract/sample.ts'
import { stageWords } from '../../shared/sample/drawWords.ts'
import type { PopulationColumn } from '../../shared/testing/populationColumns.ts'
import { withWords } from '../../shared/record/token.ts'
import { ProseText } from '../records/ProseText.tsx'
import { rangeOf } from '../ui/selection.ts'
import { filesSpoken } from './outcomes.ts'
import { SheetCellView } from './SheetCellView.tsx'
import type { SheetStore } from './sheetStore.ts'
import { cellKey, type SheetView } from './sheetView.ts'
import classes from './Sheet.module.css'

export type SheetRowProps = { store: SheetStore; view: SheetView; row: number; columns: readonly PopulationColumn[] }

/** One item of the sheet. It draws itself again only when its own results, or the selection within it, change; then the cells that did. */
export const SheetRow = memo(function SheetRow({ store, view, row, columns }: SheetRowProps) {
  const item = view.rows[row]
  useSyncExternalStore(store.subscribe, () => (item ? store.itemRevision(item.sampleItemId) : 0))
  useSyncExternalStore(store.subscribe, () => selectionWithin(store, row))
  if (!item) return null

  const { letters, replaced, legend, evidence, reviewNotes } = view.sheet
  const line = view.lineOfRow[row] ?? 0
  const isReplaced = replaced.has(item.sampleItemId)
  const its = letters.map((letter) => ({ letter, cell: store.cells.get(item.sampleItemId, letter) }))
  const { active } = store.selection()
  const range = rangeOf(store.selection())
  const notes = its
    .flatMap(({ letter, cell }) => (cell.shown.note ? [`${letter}: ${cell.shown.note}`] : []))
    .join(' · ')

  return (
    <div
      role="row"
      aria-rowindex={line + 2}
      className={classes['line']}
      style={{ top: `calc(${line} * var(--row-height))` }}
      data-active={active.row === row || undefined}
      data-replaced={isReplaced || undefined}
    >
      <SavedMark
        pending={its.some(({ cell }) => cell.pending > 0)}
        recorded={its.some(({ cell }) => cell.shown.outcome !== null)}
      />
      <RowHead item={item} row={row} columns={columns} isReplaced={isReplaced} />
      {its.map(({ letter, cell }, column) => (
        <SheetCellView
          key={letter}
          cell={cell}
          legend={legend}
          files={evidence.get(cellKey(item.sampleItemId, letter)) ?? 0}
          reviewNotes={reviewNotes.get(cellKey(item.sampleItemId, letter)) ?? 0}
          letter={letter}
          itemId={item.itemId}
          row={row}
          column={column}
          isActive={active.row === row && active.column === column}
          isSelected={row >= range.top && row <= range.bottom && column >= range.left && column <= range.right}
          isReplaced={isReplaced}
        />
      ))}
      <div role="gridcell" className={classes['text']} title={withWords(notes, () => '…')}>
        {isReplaced ? 'Replaced' : <ProseText text={notes} />}
      </div>
    </div>
  )
})

type RowHeadProps = { item: SampleItem; row: number; columns: readonly PopulationColumn[]; isReplaced: boolean }

/** What an item is: it stays while its results change. */
const RowHead = memo(function RowHead({ item, row, columns, isReplaced }: RowHeadProps) {
  const itemName = `${item.itemId}${isReplaced ? ', replaced' : ''}${filesSpoken(item.files)}`
  return (
    <>
      <div role="gridcell" className={classes['order']} title={originWords(item.stage, item.replacesItemId)}>
        {item.order}
        {item.stage === 'initial' ? '' : item.stage === 'extension' ? ' +' : ' ↻'}
      </div>
      <div
        role="rowheader"
        className={classes['item']}
        aria-label={itemName}
        title={itemName}
        data-item-row={row}
        data-marked={item.files > 0 || undefined}
      >
        {item.itemId}
        {item.files > 0 ? <span className={classes['fileMark']} aria-hidden="true" /> : null}
      </div>
      <div role="gridcell" className={classes['text']}>
        {item.date ?? ''}
      </div>
      {columns.map(({ index, name }) => (
        <div key={`${index} ${name}`} role="gridcell" className={classes['text']} title={item.cells[index] ?? ''}>
          {item.cells[index] ?? ''}
        </div>
      ))}
    </>
  )
})

function SavedMark({ pending, recorded }: { pending: boolean; recorded: boolean }) {
  const words = pending ? 'being saved' : recorded ? 'saved' : 'nothing recorded'
  return (
    <div
      role="gridcell"
      className={classes['saved']}
      data-pending={pending || undefined}
      title={words}
      aria-label={words}
    >
      {pending ? '○' : recorded ? '●' : ''}
    </div>
  )
}

/** What of the selection lies in a row, as a value that compares: the row draws itself again when it changes. */
function selectionWithin(store: SheetStore, row: number): string {
  const selection = store.selection()
  const { top, bottom, left, right } = rangeOf(selection)
  const active = selection.active.row === row ? selection.active.column : ''
  return row < top || row > bottom ? String(active) : `${active} ${left}-${right}`
}

function originWords(stage: SampleItem['stage'], replaces: string | null): string {
  return stage === 'replacement' ? `Replaces ${replaces ?? 'an item'}` : stageWords[stage]
}
