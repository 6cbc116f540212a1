import type { FileStanding } from '../../shared/contract/lock.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { today } from '../ui/dates.ts'

/** @returns where a file stands; `undefined` until the engine has answered */
export function useStanding(engagementId: string): FileStanding | undefined {
  return useEngineQuery('engagement.standing', { engagementId, today: today() }).data
}

/** @returns why nothing of the file is changed any more, for whoever would press a button; `null` while it is open */
export function readOnlyReason({ lock }: FileStanding): string | null {
  return lock === null ? null : `The file was locked on ${lock.at.slice(0, 10)}. What comes later is an addendum.`
}
