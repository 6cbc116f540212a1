import { List, Text } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { MonthBars } from '../ui/MonthBars.tsx'

const flagWords = { not_selected: 'no item selected', no_population: 'no rows in the population' } as const

/** The observation period: population and selected items by month, months without an item, versions of the control. */
export function PeriodMap({ sampleId }: { sampleId: string }) {
  const found = useEngineQuery('sample.coverage', { sampleId })
  if (found.data === undefined) return <ErrorNote error={found.error} />
  const { months, withoutDate, controlVersions } = found.data
  const holes = months.filter(({ flag }) => flag === 'not_selected').map(({ month }) => month)
  return (
    <>
      <MonthBars
        months={months.map(({ flag, ...month }) => ({ ...month, flag: flag === null ? null : flagWords[flag] }))}
      />
      <Text>
        {holes.length === 0
          ? 'Every month with rows has a selected item.'
          : `Months without a selected item, to be justified: ${holes.join(', ')}`}
      </Text>
      {withoutDate === 0 ? null : <Text>{`${withoutDate} rows have no date.`}</Text>}
      {controlVersions.length < 2 ? null : (
        <List size="sm">
          {controlVersions.map(({ effectiveOn, description }) => (
            <List.Item key={effectiveOn}>{`From ${effectiveOn}: ${description}`}</List.Item>
          ))}
        </List>
      )}
    </>
  )
}
