import { deviationRows, undescribedCells } from '../../../db/deviation.ts'
import { attributeCounts } from '../../../db/report.ts'
import type { Reader } from '../../../db/reader.ts'
import type { ReportProblem } from '../../../shared/contract/report.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { checkReport } from '../../../shared/report/checkReport.ts'
import type { ReportDocument } from '../../../shared/report/document.ts'
import { readableReport } from '../../../shared/report/readableReport.ts'
import { describeLetters } from '../letter/describe.ts'
import { plainText } from '../record/plainText.ts'
import { loadReportFacts } from './facts.ts'

/** The report, and where it does not agree with the papers or is not written yet. */
export type CheckedReport = { document: ReportDocument; problems: ReportProblem[] }

/**
 * @returns the report as the papers make it, and where it does not agree with them or is not written yet
 * @throws DomainError `engagement.not_found`
 */
export function checkedReport(reader: Reader, engagementId: string): CheckedReport {
  const counts = attributeCounts(reader, engagementId)
  const facts = loadReportFacts(reader, engagementId, counts)
  const document = buildReport(facts)
  const problems = checkReport(
    document,
    {
      deviations: deviationRows(reader, engagementId, null),
      undescribed: undescribedCells(reader, engagementId, null),
      counts: facts.reportType === 'type1' ? [] : counts,
      controls: facts.controls,
      criteria: facts.criteria,
      notApplicable: facts.notApplicable.map(({ criterionId }) => criterionId),
      letters: describeLetters(reader, engagementId).problems,
    },
    facts.settings,
  )
  return { document: readableReport(document, plainText(reader, engagementId)), problems }
}
