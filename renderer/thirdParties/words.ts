import type { SubserviceReport, SubserviceWarning } from '../../shared/contract/subservice.ts'

/** What a warning says to a reader. */
export const warningWords: Record<SubserviceWarning, string> = {
  no_report: 'No report of its auditor yet.',
  days_not_covered: 'Its reports leave days of our period open.',
  report_ended_long_ago: 'Its latest report ended more than twelve months before our end.',
  design_only: 'Its reports are as of a date and say nothing of operation.',
  bridge_too_long: 'A bridge letter reaches more than three months past its report.',
  opinion_not_unqualified: 'An opinion on it is not unqualified.',
  no_complementary_control: 'No control that it is to operate is written down (CSOC).',
  no_monitoring_control: 'No own control monitors it (CC9.2).',
  no_assertion: 'Its assertion was not obtained.',
  no_representation: 'Its representation letter was not obtained.',
}

export const methodWords = { carve_out: 'carve-out', inclusive: 'inclusive' } as const

/** @returns which days a report speaks of, such as `2025-07-01 to 2026-06-30, bridged until 2026-09-30` */
export function daysOf({ periodStart, periodEnd, asOf, bridgeUntil }: SubserviceReport): string {
  const days = asOf === null ? `${periodStart ?? ''} to ${periodEnd ?? ''}` : `as of ${asOf}`
  return bridgeUntil === null ? days : `${days}, bridged until ${bridgeUntil}`
}

/** @returns how a report stands to our period in days */
export function coverageWords({ coverage }: SubserviceReport): string {
  const { overlap, gapBefore, gapAfter, bridged } = coverage
  const parts = [
    `covers ${overlap} days of ours`,
    ...(gapBefore === 0 ? [] : [`${gapBefore} days open before it`]),
    ...(gapAfter === 0 ? [] : [`${gapAfter} days open after it`]),
    ...(bridged === 0 ? [] : [`${bridged} of them bridged`]),
  ]
  return parts.join(', ')
}
