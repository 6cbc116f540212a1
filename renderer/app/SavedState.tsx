import { Text } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'

/** "Saved 14:02:11 · entry 812": the last entry of this engagement's journal that the engine says is on the disk. */
export function SavedState({ engagementId }: { engagementId: string }) {
  const { data } = useEngineQuery('engagement.get', { engagementId })
  return (
    <Text size="sm" role="status" aria-live="off" style={{ whiteSpace: 'nowrap' }}>
      {data === undefined ? '' : `Saved ${data.changedAt.slice(11, 19)} · entry ${data.entries}`}
    </Text>
  )
}
