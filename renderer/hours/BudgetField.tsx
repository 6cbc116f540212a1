import { NumberInput, Stack } from '@mantine/core'
import { useState } from 'react'
import type { PhaseHours } from '../../shared/contract/hours.ts'
import { phaseWords } from '../../shared/dashboard/phases.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useReadOnlyReason } from '../ui/readOnly.ts'

type BudgetFieldProps = { engagementId: string } & Pick<PhaseHours, 'phase' | 'budget'>

/** Hours planned for a phase, kept when the field is left; an empty field plans none. */
export function BudgetField({ engagementId, phase, budget }: BudgetFieldProps) {
  const set = useEngineCommand('hours.setBudget', { quiet: true })
  const [hours, setHours] = useState<number | string>(budget === null ? '' : budget / 60)
  const keep = () => {
    const minutes = typeof hours === 'number' ? Math.round(hours * 60) : null
    if (minutes !== budget) void set.run({ engagementId, phase, minutes }).catch(() => undefined)
  }
  return (
    <Stack gap={4}>
      <NumberInput
        label={phaseWords[phase]}
        w={130}
        min={0}
        max={100_000}
        decimalScale={2}
        step={1}
        disabled={useReadOnlyReason() !== null}
        value={hours}
        onChange={setHours}
        onBlur={keep}
      />
      <ErrorNote error={set.error} />
    </Stack>
  )
}
