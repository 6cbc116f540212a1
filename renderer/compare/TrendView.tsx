import { Select, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Trend } from '../../shared/contract/compare.ts'
import { rateText } from '../../shared/compare/rateText.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { untilWords } from './compareWords.ts'
import { TrendChart } from './TrendChart.tsx'

/** Deviation rates over up to ten periods: a picture of one control, and the figures of all. */
export function TrendView({ engagementId }: { engagementId: string }) {
  const { data, error } = useEngineQuery('engagement.trend', { engagementId })
  const [chosen, setChosen] = useState<string | null>(null)
  if (data === undefined) return error === null ? <Loading /> : <ErrorNote error={error} />
  const { periods, controls } = data
  const shown = controls.find(({ controlId }) => controlId === chosen) ?? mostDeviating(controls)
  if (shown === undefined) {
    return <Text size="sm">Nothing was examined yet, in this period or in one before that is at hand.</Text>
  }
  return (
    <Stack gap="md">
      <Select
        label="Control in the picture"
        w={480}
        allowDeselect={false}
        searchable
        data={controls.map(({ controlId, ref, title }) => ({ value: controlId, label: `${ref} ${title}` }))}
        value={shown.controlId}
        onChange={setChosen}
      />
      <TrendChart title={`${shown.ref} ${shown.title}`} periods={periods} points={shown.points} />
      <Table fz="xs" verticalSpacing={4} horizontalSpacing={6} aria-label="Deviation rates by period">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" miw={180}>
              Control
            </Table.Th>
            {periods.map((period) => (
              <Table.Th key={period.engagementId} scope="col">
                {untilWords(period)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {controls.map(({ controlId, ref, title, points }) => (
            <Table.Tr key={controlId}>
              <Table.Th scope="row" fw={500}>
                {ref} {title}
              </Table.Th>
              {periods.map((period, at) => (
                <Table.Td key={period.engagementId}>{pointText(points[at] ?? null, period.held)}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  )
}

type Controls = Trend['controls']

/** What an auditor looks at first. */
function mostDeviating(controls: Controls): Controls[number] | undefined {
  const worst = ({ points }: Controls[number]) => Math.max(0, ...points.map((point) => point?.rate ?? 0))
  return controls.toSorted((one, other) => worst(other) - worst(one))[0]
}

function pointText(point: Controls[number]['points'][number], held: Trend['periods'][number]['held']): string {
  if (held === 'nowhere') return 'not at hand'
  if (point === null) return 'no such control'
  return rateText(point.deviating, point.examined) ?? 'nothing examined'
}
