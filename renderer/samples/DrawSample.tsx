import {
  Alert,
  Button,
  Group,
  List,
  Modal,
  NumberInput,
  Select,
  Stack,
  Table,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { links } from '../app/links.ts'
import { choicesOf } from '../controls/controlWords.ts'
import type { SelectionMethod, StratifyBy } from '../../shared/contract/sample.ts'
import type { Risk } from '../../shared/contract/sampling.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { rateWords } from '../ui/rates.ts'
import { methodWords, riskWords, stratifyWords } from './sampleWords.ts'

/** Plans and draws a sample: population, risk, what the policy proposes and why, method, size, seed. */
export function DrawSample({
  engagementId,
  controlId,
  onClose,
}: {
  engagementId: string
  controlId: string
  onClose: () => void
}) {
  const populations = useEngineQuery('population.list', { engagementId })
  const draw = useEngineCommand('sample.draw', { quiet: true })
  const [populationId, setPopulationId] = useState<string | null>(null)
  const [risk, setRisk] = useState<Risk>('moderate')
  const [method, setMethod] = useState<SelectionMethod>('random')
  const [stratifyBy, setStratifyBy] = useState<StratifyBy>('month')
  const [size, setSize] = useState<number | null>(null)
  const [seed, setSeed] = useState('')
  const [itemIds, setItemIds] = useState('')
  const [reason, setReason] = useState('')
  const ready = (populations.data?.populations ?? []).filter(
    ({ conclusion }) => conclusion?.complete === true && conclusion.accurate,
  )
  const plan = useEngineQuery(
    'sample.plan',
    { populationId: populationId ?? '', controlId, risk },
    { enabled: populationId !== null },
  )
  const planned = size ?? plan.data?.policySize

  const submit = async () => {
    if (populationId === null) return
    await draw
      .run({
        populationId,
        controlId,
        method,
        risk,
        ...(method === 'all' || method === 'targeted' || planned === undefined ? {} : { size: planned }),
        ...(method === 'stratified' ? { stratifyBy } : {}),
        ...(method === 'targeted' ? { itemIds: itemIds.split(/\r?\n/).filter((id) => id !== '') } : {}),
        ...(seed === '' ? {} : { seed }),
        ...(reason.trim() === '' ? {} : { reason }),
      })
      .then(
        ({ sampleId }) => (window.location.hash = links.sample(engagementId, sampleId)),
        () => undefined,
      )
  }
  return (
    <Modal opened onClose={onClose} title="Draw a sample" size="xl">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          <Group grow align="end">
            <Select
              label="Population"
              description="Only those that were concluded to be complete and accurate"
              data={ready.map((one) => ({ value: one.populationId, label: `${one.name} (${one.drawable})` }))}
              nothingFoundMessage="No population is concluded yet"
              value={populationId}
              onChange={setPopulationId}
            />
            <Select
              label="Risk"
              allowDeselect={false}
              data={choicesOf(riskWords)}
              value={risk}
              onChange={(value) => setRisk(value ?? 'moderate')}
            />
          </Group>
          <ErrorNote error={plan.error} />
          {plan.data === undefined ? null : (
            <>
              <Alert title={`The policy proposes ${plan.data.policySize} of ${plan.data.populationSize}`}>
                {plan.data.rule}
                <List size="sm">
                  {plan.data.warnings.map((warning) => (
                    <List.Item key={warning}>{warning}</List.Item>
                  ))}
                </List>
              </Alert>
              <Table fz="xs" captionSide="top">
                <Table.Caption ta="left">Sizes by statistics</Table.Caption>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Confidence</Table.Th>
                    <Table.Th>Tolerable rate</Table.Th>
                    <Table.Th>Deviations expected</Table.Th>
                    <Table.Th>Size</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {plan.data.alternatives
                    .filter(({ expectedDeviations }) => expectedDeviations < 2)
                    .map(({ confidence, tolerableRate, expectedDeviations, sampleSize }) => (
                      <Table.Tr key={`${confidence} ${tolerableRate} ${expectedDeviations}`}>
                        <Table.Td>{rateWords(confidence)}</Table.Td>
                        <Table.Td>{rateWords(tolerableRate)}</Table.Td>
                        <Table.Td>{expectedDeviations}</Table.Td>
                        <Table.Td>{sampleSize ?? 'none'}</Table.Td>
                      </Table.Tr>
                    ))}
                </Table.Tbody>
              </Table>
            </>
          )}
          <Group grow align="end">
            <Select
              label="Selection"
              allowDeselect={false}
              data={choicesOf(methodWords)}
              value={method}
              onChange={(value) => setMethod(value ?? 'random')}
            />
            {method === 'stratified' ? (
              <Select
                label="Spread over"
                allowDeselect={false}
                data={choicesOf(stratifyWords)}
                value={stratifyBy}
                onChange={(value) => setStratifyBy(value ?? 'month')}
              />
            ) : null}
            {method === 'all' || method === 'targeted' ? null : (
              <NumberInput
                label="Size"
                min={1}
                allowDecimal={false}
                value={planned ?? ''}
                onChange={(value) => setSize(typeof value === 'number' ? value : null)}
              />
            )}
          </Group>
          {method === 'targeted' ? (
            <Textarea
              label="Item ids, one a line"
              autosize
              minRows={4}
              value={itemIds}
              onChange={(event) => setItemIds(event.currentTarget.value)}
            />
          ) : (
            <TextInput
              label="Seed"
              description="Leave empty for 20 digits from the system's random source; fill in what was rolled or what the client supplied"
              value={seed}
              onChange={(event) => setSeed(event.currentTarget.value)}
            />
          )}
          {draw.error?.code === 'sample.reason_required' ? (
            <TextInput
              label="Reason for drawing again"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          ) : null}
          <ErrorNote error={draw.error} />
          <Text size="sm">The draw is journaled with the hash of the population, the seed and every ticket.</Text>
          <Button type="submit" loading={draw.pending} disabled={populationId === null}>
            Draw
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
