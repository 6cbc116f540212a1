import { Group, List, Text } from '@mantine/core'
import { useState } from 'react'
import type { Deviation, DeviationStatus } from '../../shared/contract/deviation.ts'
import { deviationSteps } from '../../shared/deviation/steps.ts'
import { statusWords } from '../../shared/deviation/deviationWords.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { stepTaken } from './stepWords.ts'

/** The way of a deviation: which steps were taken, by whom and when, and the way back. */
export function DeviationSteps({ deviation }: { deviation: Deviation }) {
  const { status, reopenedBecause, ref } = deviation
  const at = deviationSteps.indexOf(status)
  const [goesBackTo, setGoesBackTo] = useState<DeviationStatus | null>(null)
  const before = deviationSteps[at - 1]
  return (
    <div>
      <List size="sm" listStyleType="none" aria-label="Steps">
        {deviationSteps.map((step, place) => (
          <List.Item key={step} aria-current={step === status ? 'step' : undefined} fw={step === status ? 600 : 400}>
            {place <= at ? '● ' : '○ '}
            {statusWords[step]}
            {place <= at ? ` · ${stepTaken(deviation, step) ?? ''}` : ''}
          </List.Item>
        ))}
      </List>
      {reopenedBecause === null ? null : <Text size="sm">Taken back because: {reopenedBecause}</Text>}
      {before === undefined ? null : (
        <Group gap="xs" mt={4}>
          <ChangeButton size="compact-xs" variant="default" onClick={() => setGoesBackTo(before)}>
            {`Back to: ${statusWords[before]}…`}
          </ChangeButton>
        </Group>
      )}
      {goesBackTo === null ? null : (
        <GoBack
          title={`Take ${ref} back to: ${statusWords[goesBackTo]}`}
          deviationId={deviation.deviationId}
          status={goesBackTo}
          onClose={() => setGoesBackTo(null)}
        />
      )}
    </div>
  )
}

type GoBackProps = { title: string; deviationId: string; status: DeviationStatus; onClose: () => void }

function GoBack({ title, deviationId, status, onClose }: GoBackProps) {
  const advance = useEngineCommand('deviation.advance', { quiet: true })
  return (
    <ReasonForm
      title={title}
      label="Reason"
      error={advance.error}
      pending={advance.pending}
      onClose={onClose}
      onSubmit={(reason) => void advance.run({ deviationId, status, reason }).then(onClose, () => undefined)}
    />
  )
}
