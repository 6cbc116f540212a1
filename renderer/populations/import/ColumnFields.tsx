import { Group, MultiSelect, Select, Text } from '@mantine/core'
import type { Population } from '../../../shared/contract/population.ts'
import type { ColumnChoice, Preview } from './listSource.ts'

type Format = NonNullable<Population['dateFormat']>

const columnNames = [
  ['itemId', 'Item id'],
  ['date', 'Date'],
  ['stratum', 'Stratum'],
  ['amount', 'Amount'],
] as const

const formatWords: Record<Format, string> = {
  iso: 'year-month-day',
  dmy: 'day, month, year',
  mdy: 'month, day, year',
}

/** Which column is what, and how its dates are written: proven by the dates themselves, or asked; never guessed. */
export function ColumnFields({
  seen,
  columns,
  dateFormat,
  onColumns,
  onDateFormat,
}: {
  seen: Preview
  columns: ColumnChoice
  dateFormat: Format | null
  onColumns: (columns: ColumnChoice) => void
  onDateFormat: (format: Format | null) => void
}) {
  const header = seen.header.filter((column) => column !== '')
  const formats = seen.dates.find(({ column }) => column === columns.date)?.formats ?? []
  const choose = (key: (typeof columnNames)[number][0], column: string | null) => {
    const { [key]: _before, ...others } = columns
    onColumns(column === null ? others : { ...others, [key]: column })
  }
  return (
    <>
      <Group align="end">
        {columnNames.map(([key, label]) => (
          <Select
            key={key}
            label={label}
            w={170}
            clearable={key !== 'itemId'}
            data={header}
            value={columns[key] ?? null}
            onChange={(column) => choose(key, column)}
          />
        ))}
        <MultiSelect
          label="Further columns to show beside the items"
          miw={260}
          data={header}
          value={columns.further ?? []}
          onChange={(further) => onColumns({ ...columns, further })}
        />
      </Group>
      {columns.date === undefined ? null : formats.length === 1 && formats[0] !== undefined ? (
        <Text size="sm">{`The dates are written ${formatWords[formats[0]]}: every one of them fits, and no other order does.`}</Text>
      ) : formats.length > 1 ? (
        <Select
          label="Order of day and month"
          description="Every date can be read both ways"
          maw={320}
          data={formats.map((value) => ({ value, label: formatWords[value] }))}
          value={dateFormat}
          onChange={onDateFormat}
        />
      ) : (
        <Text size="sm">No text of this column is a date; such rows are named before anything is taken.</Text>
      )}
    </>
  )
}
