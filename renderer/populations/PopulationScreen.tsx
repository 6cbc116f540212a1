import { Code, Group, Table, Text, Title } from '@mantine/core'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { MonthBars } from '../ui/MonthBars.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Checks } from './Checks.tsx'
import { ConclusionForm } from './ConclusionForm.tsx'
import { PopulationRows } from './PopulationRows.tsx'
import { SourceForm } from './SourceForm.tsx'

/** One population: what it is, what the checks found, where it came from, whether it can be relied on, and its rows. */
export function PopulationScreen() {
  const populationId = useRouteParam('populationId')
  const found = useEngineQuery('population.get', { populationId })
  if (found.data === undefined) return found.isPending ? <Loading /> : <ErrorNote error={found.error} />
  const population = found.data
  const facts = [
    ['File', `${population.fileName} (${population.encoding}, separated by “${population.delimiter}”)`],
    ['SHA-256 of the file', population.sha256],
    ['SHA-256 of the ids that can be drawn', population.idsSha256 ?? 'fixed by the conclusion'],
  ] as const
  return (
    <Screen title={population.name} subtitle={`${population.rows} rows, ${population.drawable} can be drawn`}>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {facts.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Td w={280}>{label}</Table.Td>
              <Table.Td>
                <Code>{value}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2}>Rows by month</Title>
      <MonthBars months={population.byMonth.map(({ month, count }) => ({ month, population: count, sample: null }))} />
      {population.monthsWithoutRows.length === 0 ? null : (
        <Text>{`Months of the period without rows: ${population.monthsWithoutRows.join(', ')}`}</Text>
      )}
      <Title order={2}>Checks</Title>
      <Checks population={population} />
      <Group align="start" grow>
        <SourceForm population={population} />
        <ConclusionForm population={population} />
      </Group>
      <Title order={2}>Rows</Title>
      <PopulationRows populationId={populationId} header={population.header} />
    </Screen>
  )
}
