import { useEffect, useState } from 'react'
import type { CellPosition } from '../../shared/testing/nextUntested.ts'
import { calm } from '../engine/calm.ts'
import type { SheetStore } from './sheetStore.ts'

/** An arrow key that is held down passes cells faster than anybody looks at what stands beside them, in milliseconds. */
const settled = { quiet: 150, latest: Infinity }

/** @returns the active cell once the selection rests: what is shown beside the sheet costs the keys nothing */
export function useSettledPosition(store: SheetStore): CellPosition {
  const [position, setPosition] = useState(store.selection().active)
  useEffect(() => store.subscribe(calm(() => setPosition(store.selection().active), settled)), [store])
  return position
}
