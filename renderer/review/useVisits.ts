import { useEffect } from 'react'
import type { PaperTarget } from '../../shared/contract/paper.ts'
import { callEngine } from '../engine/client.ts'
import { beforeLeaving } from '../engine/leaving.ts'

/** Records how long a paper was in front of a reviewer, on leaving it, and before the store locks, somebody else takes over or the window closes: the extent of review. */
export function useVisits(engagementId: string, target: PaperTarget | undefined): void {
  const entity = target?.entity
  const id = target?.id
  useEffect(() => {
    if (entity === undefined || id === undefined) return
    let opened = Date.now()
    const record = () => {
      const openedAt = new Date(opened).toISOString()
      const seconds = Math.min(Math.floor((Date.now() - opened) / 1000), 86_400)
      opened = Date.now()
      if (seconds < 1) return
      const visits = [{ target: { entity, id }, openedAt, seconds }]
      // A store that locked with the screen takes no more; what was looked at before it is on record.
      void callEngine('review.recordVisits', { engagementId, visits }).catch(() => undefined)
    }
    const forget = beforeLeaving(record)
    window.addEventListener('beforeunload', record)
    return () => {
      forget()
      window.removeEventListener('beforeunload', record)
      record()
    }
  }, [engagementId, entity, id])
}
