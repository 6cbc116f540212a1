import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core'
import type { PopulationColumn } from '../../shared/testing/populationColumns.ts'

type ColumnChoiceProps = {
  columns: readonly PopulationColumn[]
  shown: readonly PopulationColumn[]
  onChange: (names: string[]) => void
}

/** Which columns of the population stand beside the items. */
export function ColumnChoice({ columns, shown, onChange }: ColumnChoiceProps) {
  if (columns.length === 0) return null
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default">
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={300}>
          <Checkbox.Group aria-label="Columns shown" value={shown.map(({ name }) => name)} onChange={onChange}>
            <Stack gap={4}>
              {columns.map(({ index, name }) => (
                <Checkbox key={`${index} ${name}`} size="xs" value={name} label={name} />
              ))}
            </Stack>
          </Checkbox.Group>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  )
}
