import { Anchor, Modal, Progress, Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { choiceParams, type RowChoice } from './choice.ts'

/** What a column of the shown rows holds; a frequent text can be taken as a filter. */
export function ColumnSummary({
  populationId,
  columns,
  choice,
  onClose,
  onTake,
}: {
  populationId: string
  columns: readonly string[]
  choice: RowChoice
  onClose: () => void
  onTake: (column: string, value: string) => void
}) {
  const summarise = useEngineCommand('population.columnSummary', { quiet: true })
  const [column, setColumn] = useState<string | null>(null)
  const [found, setFound] = useState<ResultOf<'population.columnSummary'> | null>(null)
  const choose = (chosen: string | null) => {
    setColumn(chosen)
    setFound(null)
    if (chosen === null) return
    void summarise.run({ populationId, column: chosen, ...choiceParams(choice) }).then(setFound, () => undefined)
  }
  return (
    <Modal opened onClose={onClose} title="Summary of a column" size="lg">
      <Stack>
        <Select label="Column" data-autofocus data={[...columns]} value={column} onChange={choose} />
        <ErrorNote error={summarise.error} />
        {summarise.pending ? <Text>Looking through the column…</Text> : null}
        {found === null || column === null ? null : <Figures found={found} onTake={(value) => onTake(column, value)} />}
      </Stack>
    </Modal>
  )
}

function Figures({ found, onTake }: { found: ResultOf<'population.columnSummary'>; onTake: (value: string) => void }) {
  const { rows, filled, blank, distinct, least, most, sum, frequent } = found
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
              <Table.Td w={140}>{label}</Table.Td>
              <Table.Td>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {frequent.length === 0 ? null : (
        <Table fz="sm" verticalSpacing={2} captionSide="top">
          <Table.Caption ta="left">Most frequent; one can be taken as a filter</Table.Caption>
          <Table.Tbody>
            {frequent.map(({ value, count }) => (
              <Table.Tr key={value}>
                <Table.Td>
                  <Anchor component="button" type="button" onClick={() => onTake(value)}>
                    {value}
                  </Anchor>
                </Table.Td>
                <Table.Td w={100}>{countText(count)}</Table.Td>
                <Table.Td w={160}>
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
