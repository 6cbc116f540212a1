import { Accordion, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Coverage } from '../../shared/contract/coverage.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { PeriodMarks } from './map/PeriodMarks.tsx'
import { PeriodChart } from './map/PeriodChart.tsx'
import { bandsOf } from './map/scale.ts'

/** How a sample covers the observation period: as a picture, and month by month with what is to be justified. */
export function PeriodMap({ sampleId, engagementId }: { sampleId: string; engagementId: string }) {
  const { data, error } = useEngineQuery('sample.coverage', { sampleId })
  const [justifying, setJustifying] = useState<string | null>(null)
  if (data === undefined) return <ErrorNote error={error} />
  const holes = data.months.filter(({ flag, justified }) => flag === 'not_selected' && justified === null)
  return (
    <Stack gap="xs">
      {data.period === null ? (
        <Text>The population has no dates.</Text>
      ) : (
        <PeriodChart period={data.period} found={data} />
      )}
      <Text size="sm" c="dimmed">
        ● selected · ○ extension or replacement · ✕ deviation · grey: not stood for · dashed: marked days
      </Text>
      <Text>
        {holes.length === 0
          ? 'Every month with rows has a selected item or a reason.'
          : `Months without a selected item, to be justified: ${holes.map(({ month }) => month).join(', ')}`}
      </Text>
      {data.withoutDate === 0 ? null : <Text>{`${data.withoutDate} items have no date.`}</Text>}
      <Accordion variant="contained" order={3}>
        <Accordion.Item value="months">
          <Accordion.Control>The period in words</Accordion.Control>
          <Accordion.Panel>
            <Months months={data.months} sampleId={sampleId} onJustify={setJustifying} />
            <Versions found={data} />
          </Accordion.Panel>
        </Accordion.Item>
        <Accordion.Item value="marks">
          <Accordion.Control>{`Holidays, outages and freezes (${data.marks.length})`}</Accordion.Control>
          <Accordion.Panel>
            <PeriodMarks engagementId={engagementId} />
          </Accordion.Panel>
        </Accordion.Item>
      </Accordion>
      {justifying === null ? null : (
        <Justify sampleId={sampleId} month={justifying} onClose={() => setJustifying(null)} />
      )}
    </Stack>
  )
}

const flagWords = { not_selected: 'no item selected', no_population: 'no rows in the population' } as const

function Months({
  months,
  sampleId,
  onJustify,
}: {
  months: Coverage['months']
  sampleId: string
  onJustify: (month: string) => void
}) {
  const justify = useEngineCommand('sample.justify')
  return (
    <Table fz="sm" verticalSpacing={2}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Month</Table.Th>
          <Table.Th>Rows</Table.Th>
          <Table.Th>Selected</Table.Th>
          <Table.Th>To note</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.map(({ month, population, sample, flag, justified }) => (
          <Table.Tr key={month}>
            <Table.Td>{month}</Table.Td>
            <Table.Td>{population}</Table.Td>
            <Table.Td>{sample}</Table.Td>
            <Table.Td>
              <Group gap="xs">
                <span>{flag === null ? '' : flagWords[flag]}</span>
                {justified === null ? null : <span>{`justified: ${justified}`}</span>}
                {flag === 'not_selected' && justified === null ? (
                  <Button size="compact-xs" variant="default" onClick={() => onJustify(month)}>
                    {`Justify ${month}`}
                  </Button>
                ) : null}
                {justified === null ? null : (
                  <Button
                    size="compact-xs"
                    variant="default"
                    onClick={() => void justify.run({ sampleId, month, reason: null }).catch(() => undefined)}
                  >
                    {`Open ${month} again`}
                  </Button>
                )}
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Versions({ found: { period, controlVersions } }: { found: Coverage }) {
  if (period === null || controlVersions.length < 2) return null
  return (
    <Table fz="sm" captionSide="top" verticalSpacing={2}>
      <Table.Caption ta="left">Versions of the control</Table.Caption>
      <Table.Tbody>
        {bandsOf(period, controlVersions).map(({ start, end, description }) => (
          <Table.Tr key={start}>
            <Table.Td>{`${start} to ${end}`}</Table.Td>
            <Table.Td>{description}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Justify({ sampleId, month, onClose }: { sampleId: string; month: string; onClose: () => void }) {
  const justify = useEngineCommand('sample.justify', { quiet: true })
  return (
    <ReasonForm
      title={`Why ${month} needs no item`}
      label="Reason"
      error={justify.error}
      pending={justify.pending}
      onClose={onClose}
      onSubmit={(reason) => void justify.run({ sampleId, month, reason }).then(onClose, () => undefined)}
    />
  )
}
