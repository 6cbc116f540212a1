import type { SubserviceWarning } from '../contract/subservice.ts'

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
  no_own_control: 'None of its controls is in the matrix, although the report includes them.',
  control_not_tested: 'Not all of its controls are tested yet.',
}

/** How its controls are treated in the report of the client. */
export const methodWords = { carve_out: 'carve-out', inclusive: 'inclusive' } as const
