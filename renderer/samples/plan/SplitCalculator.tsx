import { Accordion, Button, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { isPlainDate } from '../../../shared/period/plainDate.ts'
import { countText } from '../../../shared/sampling/figureText.ts'
import { choicesOf } from '../../controls/controlWords.ts'
import { useEngineQuery } from '../../engine/hooks.ts'
import { dateProblem } from '../../ui/dateProblem.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { type PlanChoice, planParams } from './planChoice.ts'

/** A part of the period with the size that it gets, and why, becomes the plan of the draw. */
export type TakePart = (part: {
  kind: 'interim' | 'roll_forward' | 'version'
  window: Period
  size: number
  reason: string
}) => void

type Split = NonNullable<ResultOf<'sample.plan'>['split']>

const basisWords = { days: 'Days', occurrences: 'Occurrences in the population' } as const

/** Splits the size between an interim part of the period and the part that is rolled forward. */
export function SplitCalculator({
  populationId,
  controlId,
  value,
  onTake,
}: {
  populationId: string
  controlId: string
  value: PlanChoice
  onTake?: TakePart
}) {
  const [interimEnd, setInterimEnd] = useState('')
  const [splitBy, setSplitBy] = useState<keyof typeof basisWords>('days')
  const split = useEngineQuery(
    'sample.plan',
    {
      ...planParams({ populationId, controlId }, value),
      interimEnd: interimEnd.trim(),
      splitBy,
    },
    { enabled: isPlainDate(interimEnd.trim()), keepsPrevious: true },
  )
  const taking = onTake === undefined ? {} : { onTake }
  return (
    <Accordion variant="contained" order={3}>
      <Accordion.Item value="split">
        <Accordion.Control>Interim and roll-forward</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="xs">
            <Group grow align="start">
              <TextInput
                label="Interim part ends on"
                placeholder="2026-06-30"
                value={interimEnd}
                error={interimEnd === '' ? null : dateProblem(interimEnd)}
                onChange={(event) => setInterimEnd(event.currentTarget.value)}
              />
              <Select
                label="Split by"
                allowDeselect={false}
                data={choicesOf(basisWords)}
                value={splitBy}
                onChange={(basis) => setSplitBy(basis ?? 'days')}
              />
            </Group>
            <ErrorNote error={split.error} />
            {split.data?.split == null ? null : <Parts split={split.data.split} {...taking} />}
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  )
}

function Parts({ split, onTake }: { split: Split; onTake?: TakePart }) {
  const parts = [
    { kind: 'interim', label: 'Interim', ...split.interim },
    { kind: 'roll_forward', label: 'Roll-forward', ...split.rest },
  ] as const
  return (
    <>
      <Table fz="sm" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Part</Table.Th>
            <Table.Th>From</Table.Th>
            <Table.Th>To</Table.Th>
            <Table.Th>Days</Table.Th>
            <Table.Th>Items of the population</Table.Th>
            <Table.Th>Size</Table.Th>
            {onTake === undefined ? null : <Table.Th>Plan</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.map(({ kind, label, start, end, days, occurrences, size }) => (
            <Table.Tr key={kind}>
              <Table.Th scope="row" fw={400}>
                {label}
              </Table.Th>
              <Table.Td>{start}</Table.Td>
              <Table.Td>{end}</Table.Td>
              <Table.Td>{days}</Table.Td>
              <Table.Td>{occurrences === null ? 'no dates' : countText(occurrences)}</Table.Td>
              <Table.Td>{countText(size)}</Table.Td>
              {onTake === undefined ? null : (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    disabled={size === 0}
                    onClick={() => onTake({ kind, window: { start, end }, size, reason: split.reason })}
                  >
                    {`Draw ${countText(size)} from this part`}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm">{split.reason}</Text>
    </>
  )
}
