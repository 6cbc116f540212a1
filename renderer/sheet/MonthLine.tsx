import { useSyncExternalStore } from 'react'
import type { SampleItem } from '../../shared/contract/sample.ts'
import { tally } from '../../shared/testing/tally.ts'
import { monthWords } from '../ui/dates.ts'
import type { SheetStore } from './sheetStore.ts'
import { type LoadedSheet, outcomesOf } from './sheetView.ts'
import classes from './Sheet.module.css'

type MonthLineProps = {
  store: SheetStore
  sheet: LoadedSheet
  month: { month: string | null; items: SampleItem[] }
  /** Its place among the lines of the sheet. */
  at: number
}

/** The month that the items below it are of, and how far they are tested. */
export function MonthLine({ store, sheet, month: { month, items }, at }: MonthLineProps) {
  const words = useSyncExternalStore(store.subscribeCounts, () => progressOf(store, sheet, items))
  return (
    <div
      role="row"
      aria-rowindex={at + 2}
      className={classes['month']}
      style={{ top: `calc(${at} * var(--row-height))` }}
    >
      <div role="rowheader" className={classes['monthText']}>
        {month === null ? 'Without a date' : monthWords(month)} · {words}
      </div>
    </div>
  )
}

function progressOf(store: SheetStore, { letters, replaced }: LoadedSheet, items: readonly SampleItem[]): string {
  const counted = items.filter(({ sampleItemId }) => !replaced.has(sampleItemId))
  const { drawn, tested, deviating } = tally(outcomesOf(store.cells, counted, letters))
  const found = deviating === 0 ? '' : ` · ${deviating} with a deviation`
  return `${tested} of ${drawn} tested${found}`
}
