import { Button, Group, Pill, Popover, Select, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RowFilter } from '../../../shared/contract/populationRows.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { filterWords } from './choice.ts'

/** The conditions that rows have to meet: each can be taken away, another one added. */
export function RowFilters({
  columns,
  filters,
  adding,
  onAdding,
  onChange,
}: {
  columns: readonly string[]
  filters: readonly RowFilter[]
  /** Column of the condition that is being made. */
  adding: string | null
  onAdding: (column: string | null) => void
  onChange: (filters: readonly RowFilter[]) => void
}) {
  const [firstColumn = null] = columns
  return (
    <Group gap="xs">
      {filters.map((filter, place) => {
        const words = `${filter.column} ${filterWords[filter.is]} ${filter.value ?? ''}`.trim()
        return (
          <Pill
            key={words}
            size="md"
            withRemoveButton
            removeButtonProps={{ 'aria-label': `Remove the filter ${words}`, 'aria-hidden': false, tabIndex: 0 }}
            onRemove={() => onChange(filters.filter((_filter, at) => at !== place))}
          >
            {words}
          </Pill>
        )
      })}
      {filters.length < 2 ? null : (
        <Button size="compact-sm" variant="default" onClick={() => onChange([])}>
          Remove all filters
        </Button>
      )}
      <Popover
        opened={adding !== null}
        onChange={(opened) => onAdding(opened ? firstColumn : null)}
        trapFocus
        withinPortal
      >
        <Popover.Target>
          <Button variant="default" onClick={() => onAdding(firstColumn)} disabled={filters.length >= mostFilters}>
            Filter…
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="New filter">
          {adding === null ? null : (
            <NewFilter
              columns={columns}
              column={adding}
              onColumn={onAdding}
              onAdd={(filter) => {
                onAdding(null)
                onChange([...filters, filter])
              }}
            />
          )}
        </Popover.Dropdown>
      </Popover>
    </Group>
  )
}

/** As many as the engine takes. */
const mostFilters = 20

function NewFilter({
  columns,
  column,
  onColumn,
  onAdd,
}: {
  columns: readonly string[]
  column: string
  onColumn: (column: string) => void
  onAdd: (filter: RowFilter) => void
}) {
  const [is, setIs] = useState<RowFilter['is']>('containing')
  const [value, setValue] = useState('')
  const needsValue = is !== 'blank' && is !== 'filled'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onAdd(needsValue ? { column, is, value } : { column, is })
      }}
    >
      <Stack gap="xs">
        <Select
          label="Column"
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          data={[...columns]}
          value={column}
          onChange={(chosen) => onColumn(chosen ?? column)}
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
          <TextInput
            label="Value"
            data-autofocus
            maxLength={200}
            value={value}
            onChange={(event) => setValue(event.currentTarget.value)}
          />
        ) : null}
        <Button type="submit" disabled={needsValue && value === ''}>
          Add the filter
        </Button>
      </Stack>
    </form>
  )
}
