import { Alert, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEngineQuery } from '../engine/hooks.ts'

/** Items that are named at once. */
const namedItems = 10

/** That a sample has its seed, or some of its items, from an earlier period; nothing where it has neither. */
export function SampleReuse({ engagementId, sampleId }: { engagementId: string; sampleId: string }) {
  const { data } = useEngineQuery('engagement.reuse', { engagementId })
  const seeds = (data?.seeds ?? []).filter((each) => each.sampleId === sampleId)
  const items = (data?.items ?? []).filter((each) => each.sampleId === sampleId)
  if (seeds.length === 0 && items.length === 0) return null
  const names = items.slice(0, namedItems).map(({ itemId }) => itemId)
  return (
    <Alert variant="default" icon={<IconAlertTriangle />} title="Selected before">
      {seeds.map(({ from, priorControlRef }) => (
        <Text key={from.engagementId} size="sm">
          The seed was used in the period to {from.periodEnd} for {priorControlRef}: whoever knew it knew what would be
          selected.
        </Text>
      ))}
      {items.length === 0 ? null : (
        <Text size="sm">
          {items.length === 1 ? '1 item was' : `${items.length} items were`} selected in an earlier period too:{' '}
          {names.join(', ')}
          {items.length > names.length ? ', …' : ''}
        </Text>
      )}
    </Alert>
  )
}
