import { Group, Select, SimpleGrid, Stack } from '@mantine/core'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { Procedure } from '../../shared/contract/procedure.ts'
import { withColumn } from '../ui/withColumn.ts'

type Columns = ResultOf<'result.preview'>['proposal']

type SheetColumnChoicesProps = {
  header: readonly string[]
  attributes: Procedure['attributes']
  columns: Columns
  onChange: (columns: Columns) => void
}

/** Which column of a spreadsheet is the item, which an attribute, and which a note. */
export function SheetColumnChoices({ header, attributes, columns, onChange }: SheetColumnChoicesProps) {
  const names = header.filter((name) => name !== '')
  const { outcomes = {}, notes = {} } = columns
  return (
    <Stack gap="xs">
      <Group align="end">
        <Select
          label="Id of the item"
          w={220}
          data={names}
          value={columns.itemId ?? null}
          onChange={(itemId) => onChange({ ...columns, itemId: itemId ?? undefined })}
        />
        <Select
          label="Note on the whole item"
          description="goes to its first deviation, else to its first outcome"
          w={320}
          clearable
          data={names}
          value={columns.itemNote ?? null}
          onChange={(itemNote) => onChange({ ...columns, itemNote: itemNote ?? undefined })}
        />
      </Group>
      <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
        {attributes.map(({ letter, text }) => (
          <Group key={letter} align="end" wrap="nowrap" title={text}>
            <Select
              label={`Outcome of ${letter}`}
              flex={1}
              clearable
              data={names}
              value={outcomes[letter] ?? null}
              onChange={(column) => onChange({ ...columns, outcomes: withColumn(outcomes, letter, column) })}
            />
            <Select
              label={`Note on ${letter}`}
              flex={1}
              clearable
              data={names}
              value={notes[letter] ?? null}
              onChange={(column) => onChange({ ...columns, notes: withColumn(notes, letter, column) })}
            />
          </Group>
        ))}
      </SimpleGrid>
    </Stack>
  )
}
