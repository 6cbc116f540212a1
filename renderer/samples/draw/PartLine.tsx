import { Button, Group, Text } from '@mantine/core'
import type { Period } from '../../../shared/contract/engagement.ts'
import type { SamplePart } from '../../../shared/contract/sample.ts'
import { partWords } from '../sampleWords.ts'

/** The part of the period that is drawn from, where it is not all of it. */
export function PartLine({
  part,
  window,
  onWhole,
}: {
  part: SamplePart | null
  window: Period | null
  onWhole: () => void
}) {
  if (window === null) return null
  const what = part === null ? 'A part of the period' : partWords[part]
  return (
    <Group justify="space-between">
      <Text fw={600}>{`${what}: ${window.start} to ${window.end}`}</Text>
      <Button size="compact-sm" variant="default" onClick={onWhole}>
        Draw from the whole period
      </Button>
    </Group>
  )
}
