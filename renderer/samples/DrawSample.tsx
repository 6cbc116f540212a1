import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { links } from '../app/links.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { type DrawChoice, drawParams, isSized, newDrawChoice } from './draw/drawParams.ts'
import { PartLine } from './draw/PartLine.tsx'
import { SelectionFields } from './draw/SelectionFields.tsx'
import { SpreadPreview } from './draw/SpreadPreview.tsx'
import { newPlanChoice } from './plan/planChoice.ts'
import { SamplePlanPanel } from './plan/SamplePlanPanel.tsx'
import type { TakePart } from './plan/SplitCalculator.tsx'
import { useSamplePlan } from './plan/useSamplePlan.ts'

/** Plans and draws a sample: population and part of the period, size and why, method, seed, and how it will spread. */
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
  const [plan, setPlan] = useState(newPlanChoice)
  const [choice, setChoice] = useState(newDrawChoice)
  const change = (changed: Partial<DrawChoice>) => setChoice((known) => ({ ...known, ...changed }))
  const ready = (populations.data?.populations ?? []).filter(
    ({ conclusion }) => conclusion?.complete === true && conclusion.accurate,
  )
  const { settled } = useSamplePlan(populationId, controlId, plan)
  const { method, stratifyBy, part, reason } = choice
  const { window } = plan

  const takePart: TakePart = ({ kind, window: days, size, reason: why }) => {
    setPlan((known) => ({ ...known, window: days, size, sizeReason: why }))
    change({ part: kind })
  }
  const takeWhole = () => {
    setPlan((known) => ({ ...known, window: null, size: null, sizeReason: '' }))
    change({ part: null })
  }
  const submit = async () => {
    if (populationId === null) return
    await draw.run(drawParams({ populationId, controlId, window }, choice, settled)).then(
      ({ sampleId }) => (globalThis.location.hash = links.sample(engagementId, sampleId)),
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
          <PartLine part={part} window={window} onWhole={takeWhole} />
          {populationId === null ? null : (
            <SamplePlanPanel
              populationId={populationId}
              controlId={controlId}
              value={plan}
              onChange={setPlan}
              onTakePart={takePart}
            />
          )}
          <SelectionFields choice={choice} onChange={change} />
          {populationId === null || settled === null || !isSized(method) ? null : (
            <SpreadPreview
              populationId={populationId}
              controlId={controlId}
              size={settled.size}
              window={window}
              stratifyBy={method === 'stratified' ? stratifyBy : null}
            />
          )}
          {draw.error?.code === 'sample.reason_required' ? (
            <TextInput
              label="Reason for drawing again"
              value={reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          ) : null}
          <ErrorNote error={draw.error} />
          <Text size="sm">The draw is journaled with the hash of the population, the seed and every ticket.</Text>
          <Button
            type="submit"
            loading={draw.pending}
            disabled={populationId === null || (isSized(method) && settled === null)}
          >
            Draw
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
