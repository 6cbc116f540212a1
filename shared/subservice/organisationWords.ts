import type { ReportType } from '../contract/engagement.ts'
import type { SubserviceReport, SubserviceWarning } from '../contract/subservice.ts'

const warningWords: Record<SubserviceWarning, string> = {
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
  no_own_control: 'None of its controls is in the matrix, although the report includes them.',
  control_not_tested: 'Not all of its controls are tested yet.',
}

/** @returns what each warning says to a reader; of an engagement as of a date, that day is all of our scope */
export function warningWordsOf(reportType: ReportType | undefined): Record<SubserviceWarning, string> {
  return reportType === 'type1'
    ? {
        ...warningWords,
        days_not_covered: 'Its reports do not reach our date.',
        report_ended_long_ago: 'Its latest report ended more than twelve months before our date.',
      }
    : warningWords
}

/** @returns how a report stands to our scope in days, to follow `It` */
export function coverageWords({ coverage }: Pick<SubserviceReport, 'coverage'>, reportType: ReportType): string {
  const { overlap, gapBefore, gapAfter, bridged } = coverage
  const afterIt = bridged === 0 ? [] : [`${bridged} of them bridged`]
  if (reportType === 'type1') {
    if (overlap > 0) return 'covers our date'
    if (gapBefore > 0) return 'begins after our date'
    return gapAfter === 0
      ? 'is as of our date or later'
      : [`ends ${daysText(gapAfter)} before our date`, ...afterIt].join(', ')
  }
  return [
    `covers ${daysText(overlap)} of ours`,
    ...(gapBefore === 0 ? [] : [`${daysText(gapBefore)} open before it`]),
    ...(gapAfter === 0 ? [] : [`${daysText(gapAfter)} open after it`]),
    ...afterIt,
  ].join(', ')
}

/** @returns what of our scope the reports of an organisation leave open */
export function uncoveredWords(uncoveredDays: number, reportType: ReportType): string {
  if (reportType === 'type1') return uncoveredDays === 0 ? 'our date is covered' : 'our date is not covered'
  return `${daysText(uncoveredDays)} not covered`
}

const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

/** How its controls are treated in the report of the client. */
export const methodWords = { carve_out: 'carve-out', inclusive: 'inclusive' } as const
