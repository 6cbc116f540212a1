import { headsOf } from '../../../db/journal/entries.ts'
import type { Reader } from '../../../db/reader.ts'
import { Remembered } from '../../../db/remembered.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { storeScope } from '../teamMember.ts'
import { type CheckedReport, checkedReport } from './check.ts'

/**
 * A report says the same until somebody writes into its engagement or changes the firm's choices, and screens ask for it again
 * and again: the last one is remembered.
 */
const remembered = new Remembered<CheckedReport>()

/** @returns the report as the papers make it, with what does not agree @throws DomainError `engagement.not_found` */
export function loadCheckedReport(reader: Reader, engagementId: string): CheckedReport {
  const restsOn = JSON.stringify([engagementId, headsOf(reader, engagementId), headsOf(reader, storeScope)])
  return remembered.get(reader, 'last', restsOn, () => checkedReport(reader, engagementId))
}

/** @returns the report of an engagement as its reader gets it @throws DomainError `engagement.not_found` */
export const loadReport = (reader: Reader, engagementId: string): ReportDocument =>
  loadCheckedReport(reader, engagementId).document
