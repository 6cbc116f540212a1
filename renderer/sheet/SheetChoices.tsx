import { Select, Switch } from '@mantine/core'
import type { SheetStore } from './sheetStore.ts'
import type { SheetFilter, SheetView } from './sheetView.ts'

const filters: { value: SheetFilter; label: string; empty: string }[] = [
  { value: 'all', label: 'All items', empty: 'The sample has no items.' },
  { value: 'untested', label: 'Untested', empty: 'Every item is tested.' },
  { value: 'deviation', label: 'Deviation', empty: 'No item has a deviation.' },
  { value: 'pass', label: 'Pass', empty: 'No item has a pass.' },
  { value: 'not_applicable', label: 'Not applicable', empty: 'To no item an attribute is not applicable.' },
  { value: 'noted', label: 'With a note', empty: 'No item has a note.' },
  { value: 'questioned', label: 'With a review note', empty: 'No review note on an item is open.' },
  { value: 'tickmarked', label: 'With a tickmark', empty: 'No item has a tickmark.' },
]

/** What to say where a filter shows nothing. */
export const emptyWords = (filter: SheetFilter): string => filters.find(({ value }) => value === filter)?.empty ?? ''

/** @returns a filter in words; of all items none */
export const filterWords = (filter: SheetFilter): string[] =>
  filter === 'all' ? [] : filters.flatMap(({ value, label }) => (value === filter ? [label] : []))

/** Which items the sheet shows, and whether by month. */
export function SheetChoices({ store, view }: { store: SheetStore; view: SheetView }) {
  const { filter, byMonth } = view.choice
  return (
    <>
      <Switch
        size="xs"
        label="By month"
        checked={byMonth}
        onChange={(event) => store.choose({ byMonth: event.currentTarget.checked })}
      />
      <Select
        size="xs"
        w={140}
        aria-label="Items shown"
        data={filters}
        value={filter}
        allowDeselect={false}
        onChange={(value) => store.choose({ filter: filters.find((each) => each.value === value)?.value ?? 'all' })}
      />
    </>
  )
}
