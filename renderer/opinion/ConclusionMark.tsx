import { Group, Text } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconCircleX,
  IconHelpCircle,
} from '@tabler/icons-react'
import type { Aspect, ConclusionOutcome } from '../../shared/contract/conclusion.ts'
import { outcomeWords, type TargetEntity } from '../../shared/opinion/conclusionWords.ts'

type ConclusionMarkProps = { entity: TargetEntity; aspect: Aspect; outcome: ConclusionOutcome | null }

const icons = {
  effective: IconCircleCheck,
  effective_with_deviations: IconAlertTriangle,
  not_effective: IconCircleX,
  did_not_occur: IconCircleOff,
  not_concluded: IconHelpCircle,
} as const satisfies Record<ConclusionOutcome, unknown>

/** A conclusion as icon and word. */
export function ConclusionMark({ entity, aspect, outcome }: ConclusionMarkProps) {
  const Icon = outcome === null ? IconCircleDashed : icons[outcome]
  return (
    <Group gap={4} wrap="nowrap" display="inline-flex" style={{ verticalAlign: 'text-bottom' }}>
      <Icon size={16} aria-hidden="true" />
      <Text size="sm" span>
        {outcomeWords(entity, aspect, outcome)}
      </Text>
    </Group>
  )
}
