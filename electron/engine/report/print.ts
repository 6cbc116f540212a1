import { createHash } from 'node:crypto'
import type { Reader } from '../../../db/reader.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { reportHtml, reportStyle } from '../../../shared/report/html.ts'
import type { Session } from '../session.ts'
import { engagementHeads } from './recordExport.ts'
import { loadReportFacts } from './facts.ts'

/** @returns the token under which the shell asks for the report as a page @throws DomainError `engagement.not_found` */
export function printReport(reader: Reader, engagementId: string, { prints }: Session): string {
  const document = buildReport(loadReportFacts(reader, engagementId))
  const hash = createHash('sha256').update(reportStyle).digest('base64')
  return prints.keepDocument(
    {
      title: `${document.client}: ${document.title}`,
      landscape: false,
      html: reportHtml(document),
      policy: `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    },
    { engagementId, document, heads: engagementHeads(reader, engagementId) },
  )
}
