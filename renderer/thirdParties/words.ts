import type { SubserviceReport } from '../../shared/contract/subservice.ts'

/** @returns which days a report speaks of, such as `2025-07-01 to 2026-06-30, bridged until 2026-09-30` */
export function daysOf({ periodStart, periodEnd, asOf, bridgeUntil }: SubserviceReport): string {
  const days = asOf === null ? `${periodStart ?? ''} to ${periodEnd ?? ''}` : `as of ${asOf}`
  return bridgeUntil === null ? days : `${days}, bridged until ${bridgeUntil}`
}
