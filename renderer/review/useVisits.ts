import { useEffect } from 'react'
import type { PaperTarget } from '../../shared/contract/paper.ts'
import { callEngine } from '../engine/client.ts'

/** Records how long a paper was in front of a reviewer, on leaving it: the extent of review. */
export function useVisits(engagementId: string, target: PaperTarget | undefined): void {
  const entity = target?.entity
  const id = target?.id
  useEffect(() => {
    if (entity === undefined || id === undefined) return
    const opened = Date.now()
    return () => {
      const seconds = Math.floor((Date.now() - opened) / 1000)
      if (seconds < 1) return
      const visit = {
        target: { entity, id },
        openedAt: new Date(opened).toISOString(),
        seconds: Math.min(seconds, 86_400),
      }
      // A store that was locked meanwhile takes no more; what was looked at before it is on record.
      void callEngine('review.recordVisits', { engagementId, visits: [visit] }).catch(() => undefined)
    }
  }, [engagementId, entity, id])
}
