import type { Period } from '../../../shared/contract/engagement.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/** @returns the observation period; `null` for an engagement as of a date */
export function periodOf({ periodStart, periodEnd }: EntityRow<'engagement'>): Period | null {
  return periodStart === null || periodEnd === null ? null : { start: periodStart, end: periodEnd }
}
