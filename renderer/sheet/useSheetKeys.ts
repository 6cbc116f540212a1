import type { KeyboardEvent } from 'react'
import { moveSelection, rangeOf } from '../ui/selection.ts'
import { fillDown, recordRange } from './sheetActions.ts'
import { commandOf, type SheetCommand } from './sheetKeys.ts'
import type { SheetStore } from './sheetStore.ts'
import type { SheetView } from './sheetView.ts'

type SheetKeys = {
  store: SheetStore
  view: SheetView
  page: number
  /** Why nothing can be recorded; `null` where it can. */
  readOnly: string | null
  onNote: () => void
  onReviewNote: () => void
  onDeviation: () => void
  onTickmark: () => void
  onEvidence: () => void
  onSay: (sentence: string) => void
}

/** @returns the key handler of the sheet: its keys act only while it has the focus, and reach nothing else */
export function useSheetKeys({
  store,
  view,
  page,
  readOnly,
  onNote,
  onReviewNote,
  onDeviation,
  onTickmark,
  onEvidence,
  onSay,
}: SheetKeys) {
  const run = (command: SheetCommand) => {
    if (readOnly !== null && changing.has(command.kind)) {
      onSay(readOnly)
      return
    }
    const selection = store.selection()
    const range = rangeOf(selection)
    const target = { view, cells: store.cells }
    switch (command.kind) {
      case 'move': {
        const bounds = { rows: view.rows.length, columns: view.sheet.letters.length, page }
        store.select(moveSelection(selection, command.move, bounds, command.extend))
        return
      }
      case 'record':
        store.record(recordRange(target, range, command.outcome))
        if (command.outcome === 'deviation') onDeviation()
        return
      case 'fillDown':
        store.record(fillDown(target, range))
        return
      case 'nextUntested':
        if (!store.selectNextUntested()) onSay('Every item in view is tested.')
        return
      case 'note':
        onNote()
        return
      case 'reviewNote':
        onReviewNote()
        return
      case 'tickmark':
        onTickmark()
        return
      case 'evidence':
        onEvidence()
        return
      case 'undo':
        void store.undo().then((undone) => {
          if (undone !== null) onSay(`Undone: ${undone}`)
        })
        return
      case 'redo':
        void store.redo().then((redone) => {
          if (redone !== null) onSay(`Done again: ${redone}`)
        })
    }
  }

  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const command = commandOf(event)
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    run(command)
  }
}

/** What a read-only file does not take. */
const changing: ReadonlySet<SheetCommand['kind']> = new Set([
  'record',
  'fillDown',
  'reviewNote',
  'tickmark',
  'undo',
  'redo',
])
