import { createHash } from 'node:crypto'
import type { Reader } from '../../../db/reader.ts'
import { reportHtml, reportStyle } from '../../../shared/report/html.ts'
import type { Session } from '../session.ts'
import { loadReport } from './load.ts'
import { engagementHeads } from './recordExport.ts'

/** @returns the token under which the shell asks for the report as a page @throws DomainError `engagement.not_found` */
export function printReport(reader: Reader, engagementId: string, { prints }: Session): string {
  const document = loadReport(reader, engagementId)
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
