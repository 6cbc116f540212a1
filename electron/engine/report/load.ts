import type { Reader } from '../../../db/reader.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { readableReport } from '../../../shared/report/readableReport.ts'
import { plainText } from '../record/plainText.ts'
import { loadReportFacts } from './facts.ts'

/** @returns the report of an engagement as its reader gets it @throws DomainError `engagement.not_found` */
export function loadReport(reader: Reader, engagementId: string): ReportDocument {
  return readableReport(buildReport(loadReportFacts(reader, engagementId)), plainText(reader, engagementId))
}
