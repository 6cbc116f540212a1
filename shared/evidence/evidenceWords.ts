import type { ReportType } from '../contract/engagement.ts'
import type { EvidenceFlag, EvidenceOrigin } from '../contract/evidence.ts'

const flagWords: Record<EvidenceFlag, string> = {
  same_file_for_other_items: 'same file for other items',
  same_as_prior_period: 'the same file as in a prior period',
  outside_period: 'outside the period',
  empty: 'empty file',
  not_linked: 'supports no paper',
}

/** @returns what each flag says to a reader; an engagement as of a date has no period that a file could be outside of */
export function flagWordsOf(reportType: ReportType | undefined): Record<EvidenceFlag, string> {
  return reportType === 'type1' ? { ...flagWords, outside_period: 'after the date of the report' } : flagWords
}

/** Where a file comes from, in words. */
export const originWords: Record<EvidenceOrigin, string> = {
  client: 'Given by the client',
  system: 'Taken from the system, with the auditor watching',
  observed: 'Made while observing',
  auditor: 'Made by the auditor',
  third_party: 'From a third party',
}
