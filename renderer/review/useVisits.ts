import { useEffect, useEffectEvent } from 'react'
import type { PaperTarget } from '../../shared/contract/paper.ts'
import type { ShellEvents } from '../../shared/shell/windowApi.ts'
import { callEngine } from '../engine/client.ts'
import { beforeLeaving } from '../engine/leaving.ts'
import { keptVisits } from './keptVisits.ts'
import { useVisitor } from './useVisitor.ts'

/**
 * Records how long a paper was in front of a reviewer, on leaving it, and before the store locks, somebody else takes over or the
 * window closes: the extent of review. A visit that sleep or a locked screen ends is recorded when its reviewer is back.
 */
export function useVisits(engagementId: string, target: PaperTarget | undefined): void {
  const entity = target?.entity
  const id = target?.id
  const visitor = useVisitor()
  const keep = useEffectEvent((visits: Parameters<typeof keptVisits.keep>[1]) => {
    if (visitor !== null) keptVisits.keep(visitor, visits)
  })
  useEffect(() => {
    if (entity === undefined || id === undefined) return
    let opened = Date.now()
    /** @returns the visit until an instant, if it was one; another begins then */
    const visitsUntil = (ended: number) => {
      const openedAt = new Date(opened).toISOString()
      const seconds = Math.min(Math.floor((ended - opened) / 1000), 86_400)
      opened = ended
      return seconds < 1 ? null : { engagementId, visits: [{ target: { entity, id }, openedAt, seconds }] }
    }
    const record = () => {
      const visits = visitsUntil(Date.now())
      // A store that is locked takes no more; what was looked at before that is on record, or kept.
      if (visits !== null) void callEngine('review.recordVisits', visits).catch(() => undefined)
    }
    const ends = [
      beforeLeaving(record),
      window.tickmark.on('shell.locked', (payload) => {
        const { reason, at } = payload as ShellEvents['shell.locked']
        // Before an idle lock, which the window asks for, it was recorded. Of sleep the window may hear only after it.
        const visits = reason === 'idle' ? null : visitsUntil(at)
        if (visits !== null) keep(visits)
      }),
    ]
    window.addEventListener('beforeunload', record)
    return () => {
      for (const end of ends) end()
      window.removeEventListener('beforeunload', record)
      record()
    }
  }, [engagementId, entity, id])
}

/** Records the visits that a sudden lock cut off, as soon as their reviewer is in again. */
export function useKeptVisits(): void {
  const visitor = useVisitor()
  useEffect(() => {
    if (visitor !== null) void keptVisits.record(visitor)
  }, [visitor])
}
