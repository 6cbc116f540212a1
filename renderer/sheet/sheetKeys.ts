import type { Outcome } from '../../shared/contract/result.ts'
import { type Move, moveOfKey, type PressedKey } from '../ui/selection.ts'

/** What a key does on the test sheet. */
export type SheetCommand =
  | { kind: 'move'; move: Move; extend: boolean }
  | { kind: 'record'; outcome: Outcome | null }
  | { kind: 'fillDown' }
  | { kind: 'nextUntested' }
  | { kind: 'note' }
  | { kind: 'reviewNote' }
  | { kind: 'tickmark' }
  | { kind: 'evidence' }
  | { kind: 'undo' }
  | { kind: 'redo' }

const outcomes: Record<string, Outcome | null> = {
  p: 'pass',
  x: 'deviation',
  n: 'not_applicable',
  Delete: null,
  Backspace: null,
}

/** The keys as they are shown below the sheet. */
export const sheetKeyLegend: [string, string][] = [
  ['p', 'pass'],
  ['x', 'deviation'],
  ['n', 'not applicable'],
  ['Del', 'clear'],
  ['t', 'tickmark'],
  ['e', 'evidence'],
  ['Enter', 'note'],
  ['r', 'review note'],
  ['Space', 'next untested'],
  ['Shift+arrows', 'range'],
  ['Ctrl+D', 'fill down'],
  ['Ctrl+V', 'from Excel'],
  ['Ctrl+Z', 'undo'],
  ['Ctrl+Y', 'redo'],
]

/** @returns what the key does, or `null` for a key that is not the sheet's */
export function commandOf(pressed: PressedKey): SheetCommand | null {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = pressed
  if (altKey) return null
  const move = moveOfKey(pressed)
  if (move) return { kind: 'move', move, extend: shiftKey }
  if (ctrlKey || metaKey) return withControl(key, shiftKey)
  if (key === ' ') return { kind: 'nextUntested' }
  if (key === 'Enter') return { kind: 'note' }
  const name = key.length === 1 ? key.toLowerCase() : key
  if (name === 'r') return { kind: 'reviewNote' }
  if (name === 't') return { kind: 'tickmark' }
  if (name === 'e') return { kind: 'evidence' }
  const outcome = own(outcomes, name)
  return outcome === undefined ? null : { kind: 'record', outcome }
}

function withControl(key: string, isShifted: boolean): SheetCommand | null {
  const name = key.toLowerCase()
  if (name === 'd') return { kind: 'fillDown' }
  if (name === 'z') return { kind: isShifted ? 'redo' : 'undo' }
  return name === 'y' ? { kind: 'redo' } : null
}

const own = <T>(record: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined
