import { Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { links } from '../app/links.ts'
import { choicesOf } from '../controls/controlWords.ts'
import type { SelectionMethod, StratifyBy } from '../../shared/contract/sample.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { newPlanChoice } from './plan/planChoice.ts'
import { SamplePlanPanel } from './plan/SamplePlanPanel.tsx'
import { useSamplePlan } from './plan/useSamplePlan.ts'
import { methodWords, stratifyWords } from './sampleWords.ts'

/** Plans and draws a sample: population, size and why, method, seed. */
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
  const [choice, setChoice] = useState(newPlanChoice)
  const [method, setMethod] = useState<SelectionMethod>('random')
  const [stratifyBy, setStratifyBy] = useState<StratifyBy>('month')
  const [seed, setSeed] = useState('')
  const [itemIds, setItemIds] = useState('')
  const [reason, setReason] = useState('')
  const ready = (populations.data?.populations ?? []).filter(
    ({ conclusion }) => conclusion?.complete === true && conclusion.accurate,
  )
  const { settled } = useSamplePlan(populationId, controlId, choice)
  const isSized = method !== 'all' && method !== 'targeted'

  const submit = async () => {
    if (populationId === null) return
    await draw
      .run({
        populationId,
        controlId,
        method,
        ...(isSized ? settled : { risk: choice.risk }),
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
    <Modal opened onClose={onClose} title="Draw a sample" size={1000}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          <Select
            label="Population"
            description="Only those that were concluded to be complete and accurate"
            data={ready.map((one) => ({ value: one.populationId, label: `${one.name} (${one.drawable})` }))}
            nothingFoundMessage="No population is concluded yet"
            value={populationId}
            onChange={setPopulationId}
          />
          {populationId === null ? null : (
            <SamplePlanPanel populationId={populationId} controlId={controlId} value={choice} onChange={setChoice} />
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
          <Button
            type="submit"
            loading={draw.pending}
            disabled={populationId === null || (isSized && settled === null)}
          >
            Draw
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
