import { headsOf } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { storeScope } from '../teamMember.ts'
import { type CheckedReport, checkedReport } from './check.ts'

/** The report that was asked for last, with where the journals ended that it was made from. */
type Remembered = { of: string; report: CheckedReport }

/**
 * A report says the same until somebody writes into its engagement or changes the firm's choices, and screens ask for it again
 * and again: the last one is remembered while a store is open. That is sound because tables change with an entry of the journal
 * alone, and nothing else opens the file meanwhile.
 */
const remembered = new WeakMap<Reader, Remembered>()

/** @returns the report as the papers make it, with what does not agree @throws DomainError `engagement.not_found` */
export function loadCheckedReport(reader: Reader, engagementId: string): CheckedReport {
  const of = JSON.stringify([engagementId, headsOf(reader, engagementId), headsOf(reader, storeScope)])
  const known = remembered.get(reader)
  if (known?.of === of) return known.report
  const report = checkedReport(reader, engagementId)
  remembered.set(reader, { of, report })
  return report
}

/** @returns the report of an engagement as its reader gets it @throws DomainError `engagement.not_found` */
export const loadReport = (reader: Reader, engagementId: string): ReportDocument =>
  loadCheckedReport(reader, engagementId).document
