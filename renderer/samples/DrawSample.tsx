import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Period } from '../../shared/contract/engagement.ts'
import type { SamplePart } from '../../shared/contract/sample.ts'
import { countText } from '../../shared/sampling/figureText.ts'
import { links } from '../app/links.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { type DrawChoice, drawParams, isSized, newDrawChoice } from './draw/drawParams.ts'
import { DrawStep } from './draw/DrawStep.tsx'
import { PartFields } from './draw/PartFields.tsx'
import { SelectionFields } from './draw/SelectionFields.tsx'
import { SpreadPreview } from './draw/SpreadPreview.tsx'
import { usePreview } from './draw/usePreview.ts'
import { newPlanChoice } from './plan/planChoice.ts'
import { SamplePlanPanel } from './plan/SamplePlanPanel.tsx'
import type { TakePart } from './plan/SplitCalculator.tsx'
import { useSamplePlan } from './plan/useSamplePlan.ts'

type DrawSampleProps = { engagementId: string; controlId: string; onClose: () => void }

/** Plans and draws a sample: population and part of the period, size and why, method, seed, and how it will spread. */
export function DrawSample({ engagementId, controlId, onClose }: DrawSampleProps) {
  const populations = useEngineQuery('population.list', { engagementId })
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const draw = useEngineCommand('sample.draw', { quiet: true })
  const [populationId, setPopulationId] = useState<string | null>(null)
  const [plan, setPlan] = useState(newPlanChoice)
  const [choice, setChoice] = useState(newDrawChoice)
  const change = (changed: Partial<DrawChoice>) => setChoice((known) => ({ ...known, ...changed }))
  const ready = (populations.data?.populations ?? []).filter(
    ({ conclusion }) => conclusion?.complete === true && conclusion.accurate,
  )
  const planned = useSamplePlan(populationId, controlId, plan)
  const { window } = plan
  const { method, stratifyBy, part, reason, seed, seedOrigin } = choice
  const settled = part !== null && window === null ? null : planned.settled
  const preview = usePreview({ populationId, controlId, window }, choice, settled?.size ?? null)
  const isAgain = draw.error?.code === 'sample.reason_required' || (preview.data?.drawnBefore ?? 0) > 0
  const lacksSeed = isSized(method) && seedOrigin !== 'generated' && seed.trim() === ''
  const lacksReason = isAgain && reason.trim() === ''
  const lacksPart = part !== null && window === null

  const takePart: TakePart = ({ kind, window: days, size, reason: why }) => {
    setPlan((known) => ({ ...known, window: days, size, sizeReason: why }))
    change({ part: kind })
  }
  const choosePart = (chosen: SamplePart | null, days: Period | null) => {
    setPlan((known) => ({ ...known, window: days, size: null, sizeReason: '' }))
    change({ part: chosen })
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
        <Stack gap="lg">
          <DrawStep number={1} title="Population and part">
            <Select
              label="Population"
              description="Only those that were concluded to be complete and accurate"
              data={ready.map((one) => ({
                value: one.populationId,
                label: `${one.name} (${countText(one.drawable)})`,
              }))}
              nothingFoundMessage="No population is concluded yet"
              value={populationId}
              onChange={setPopulationId}
            />
            <PartFields
              period={engagement.data?.period ?? null}
              versions={planned.plan.data?.versions ?? []}
              part={part}
              window={window}
              onChange={choosePart}
            />
          </DrawStep>
          {populationId === null ? null : (
            <DrawStep number={2} title="Size and why">
              <SamplePlanPanel
                populationId={populationId}
                controlId={controlId}
                value={plan}
                onChange={setPlan}
                onTakePart={takePart}
              />
            </DrawStep>
          )}
          <DrawStep number={3} title="Selection and seed">
            <SelectionFields choice={choice} onChange={change} />
            <TextInput
              label="What else the sample serves"
              description="Where one selection supports two purposes, such as a control of ISO/IEC 27001"
              value={choice.dualPurpose}
              onChange={(event) => change({ dualPurpose: event.currentTarget.value })}
            />
          </DrawStep>
          {preview.data === undefined || settled === null || !isSized(method) ? null : (
            <DrawStep number={4} title="What to expect of the period">
              <SpreadPreview found={preview.data} isExact={method === 'stratified' && stratifyBy === 'month'} />
            </DrawStep>
          )}
          {isAgain ? (
            <TextInput
              label="Reason for drawing again"
              description="These days of the population were drawn from for this control before; both draws stay visible"
              value={reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
          ) : null}
          <ErrorNote error={draw.error ?? preview.error} />
          <Text size="sm">The draw is journaled with the hash of the population, the seed and every ticket.</Text>
          <Button
            type="submit"
            loading={draw.pending}
            disabled={
              populationId === null || lacksPart || lacksSeed || lacksReason || (isSized(method) && settled === null)
            }
          >
            Draw
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
