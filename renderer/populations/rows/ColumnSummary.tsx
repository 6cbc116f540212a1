import { Anchor, CloseButton, Group, Progress, Select, Stack, Table, Text, Title } from '@mantine/core'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { choiceParams, type RowChoice } from './choice.ts'

type Summary = ResultOf<'population.columnSummary'>

/** What a column of the shown rows holds, beside them; a frequent text can be taken as a filter. */
export function ColumnSummary({
  populationId,
  columns,
  column,
  choice,
  onColumn,
  onTake,
  onClose,
}: {
  populationId: string
  columns: readonly string[]
  column: string
  choice: RowChoice
  onColumn: (column: string) => void
  onTake: (column: string, value: string) => void
  onClose: () => void
}) {
  const params = choiceParams({ ...choice, sort: null })
  const found = useEngineQuery('population.columnSummary', { populationId, column, ...params })
  return (
    <Stack component="aside" gap="xs" aria-label="Summary of a column">
      <Group justify="space-between">
        <Title order={2}>Summary</Title>
        <CloseButton aria-label="Close the summary" onClick={onClose} />
      </Group>
      <Select
        label="Column"
        allowDeselect={false}
        data={[...columns]}
        value={column}
        onChange={(chosen) => onColumn(chosen ?? column)}
      />
      <ErrorNote error={found.error} />
      {found.isPending ? <Loading /> : null}
      {found.data === undefined ? null : <Figures summary={found.data} onTake={(value) => onTake(column, value)} />}
    </Stack>
  )
}

/** A text that is longer cannot be a filter. */
const longestFilter = 200

function Figures({ summary, onTake }: { summary: Summary; onTake: (value: string) => void }) {
  const { rows, filled, blank, distinct, least, most, sum, frequent } = summary
  const figures = [
    ['Rows', countText(rows)],
    ['Filled', countText(filled)],
    ['Blank', countText(blank)],
    ['Different', distinct === null ? 'more than 10,000' : countText(distinct)],
    ...(least === null ? [] : [['Least', least] as const]),
    ...(most === null ? [] : [['Most', most] as const]),
    ...(sum === null ? [] : [['Sum', sum] as const]),
  ] as const
  return (
    <>
      <Table fz="sm" verticalSpacing={2}>
        <Table.Tbody>
          {figures.map(([label, value]) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" w={90} fw={400}>
                {label}
              </Table.Th>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {distinct === null ? <Text size="sm">Too many different texts to count each.</Text> : null}
      {frequent.length === 0 ? null : (
        <Table fz="sm" verticalSpacing={2} captionSide="top">
          <Table.Caption ta="left">Most frequent; each can be taken as a filter</Table.Caption>
          <Table.Tbody>
            {frequent.map(({ value, count }) => (
              <Table.Tr key={value}>
                <Table.Td>
                  {value.length > longestFilter ? (
                    value
                  ) : (
                    <Anchor component="button" type="button" ta="left" onClick={() => onTake(value)}>
                      {value}
                    </Anchor>
                  )}
                </Table.Td>
                <Table.Td w={120} ta="right">
                  {countText(count)}
                  <Progress value={(100 * count) / filled} aria-label={`${value}: ${count} of ${filled}`} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  )
}
