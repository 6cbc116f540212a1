import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { reportHtml } from '../../../shared/report/html.ts'
import { exportFile } from '../exportFile.ts'
import type { JobContext } from '../handler.ts'
import { writeXlsx } from '../spreadsheet/writeXlsx.ts'
import { writeDocx } from './docx/writeDocx.ts'
import { loadReportFacts } from './facts.ts'
import { reportSheets } from './sheets.ts'
import { templateBytes } from './templates.ts'

/** Writes the report of an engagement. @throws DomainError as the contract of `report.export` lists; no file is left then */
export async function exportReport(
  { engagementId, format, file, templateId }: CheckedParamsOf<'report.export'>,
  { reader, resolvePath, signal, progress, pause }: JobContext,
): Promise<ResultOf<'report.export'>> {
  if (format === 'pdf') throw new DomainError('report.pdf_needs_window')
  const document = buildReport(loadReportFacts(reader, engagementId))
  const place = resolvePath(file)
  progress(0, 1, 'Writing the report')
  await pause()
  if (format === 'xlsx') {
    const { sha256 } = await writeXlsx(place, reportSheets(document), signal)
    return { file, sha256 }
  }
  const bytes =
    format === 'html'
      ? new TextEncoder().encode(reportHtml(document))
      : await writeDocx(document, await templateBytes(reader, templateId))
  const { sha256 } = await exportFile(place, [bytes], signal)
  return { file, sha256 }
}
