import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { onEngineEvent } from '../engine/client.ts'

/** "Saved 14:02:11 · entry 812": shown only after the engine said that the entry is on the disk. */
export function SavedState() {
  const [last, setLast] = useState<{ seq: number; at: string } | null>(null)
  useEffect(() => onEngineEvent('entities.changed', ({ entry }) => setLast(entry)), [])
  return (
    <Text size="sm" role="status" aria-live="off">
      {last === null ? '' : `Saved ${last.at.slice(11, 19)} · entry ${last.seq}`}
    </Text>
  )
}
