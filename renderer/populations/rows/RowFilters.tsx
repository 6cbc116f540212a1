import { Button, Group, Pill, Popover, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RowFilter } from '../../../shared/contract/populationRows.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { filterWords } from './choice.ts'

/** The conditions that rows have to meet: each can be taken away, another one added. */
export function RowFilters({
  columns,
  filters,
  onChange,
}: {
  columns: readonly string[]
  filters: readonly RowFilter[]
  onChange: (filters: readonly RowFilter[]) => void
}) {
  const [isAdding, setAdding] = useState(false)
  return (
    <Group gap="xs">
      {filters.map((filter, place) => {
        const words = `${filter.column} ${filterWords[filter.is]} ${filter.value ?? ''}`.trim()
        return (
          <Pill
            key={words}
            size="md"
            withRemoveButton
            removeButtonProps={{ 'aria-label': `Remove the filter ${words}`, tabIndex: 0 }}
            onRemove={() => onChange(filters.filter((_filter, at) => at !== place))}
          >
            {words}
          </Pill>
        )
      })}
      <Popover opened={isAdding} onChange={setAdding} trapFocus withinPortal>
        <Popover.Target>
          <Button variant="default" onClick={() => setAdding(true)}>
            Filter…
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="New filter">
          <NewFilter
            columns={columns}
            onAdd={(filter) => {
              setAdding(false)
              onChange([...filters, filter])
            }}
          />
        </Popover.Dropdown>
      </Popover>
    </Group>
  )
}

function NewFilter({ columns, onAdd }: { columns: readonly string[]; onAdd: (filter: RowFilter) => void }) {
  const [column, setColumn] = useState<string | null>(columns[0] ?? null)
  const [is, setIs] = useState<RowFilter['is']>('containing')
  const [value, setValue] = useState('')
  const needsValue = is !== 'blank' && is !== 'filled'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (column !== null) onAdd(needsValue ? { column, is, value } : { column, is })
      }}
    >
      <Stack gap="xs">
        <Select
          label="Column"
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={[...columns]}
          value={column}
          onChange={setColumn}
        />
        <Select
          label="Condition"
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={choicesOf(filterWords)}
          value={is}
          onChange={(found) => setIs(found ?? 'containing')}
        />
        {needsValue ? (
          <TextInput label="Value" value={value} onChange={(event) => setValue(event.currentTarget.value)} />
        ) : null}
        <Button type="submit" disabled={column === null || (needsValue && value === '')}>
          Add the filter
        </Button>
      </Stack>
    </form>
  )
}
