import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { reportHtml } from '../../../shared/report/html.ts'
import { exportFile } from '../exportFile.ts'
import type { JobContext } from '../handler.ts'
import { writeXlsx } from '../spreadsheet/writeXlsx.ts'
import { writeDocxAside } from './docx/writeDocxAside.ts'
import { loadReport } from './load.ts'
import { engagementHeads, recordExport } from './recordExport.ts'
import { reportSheets } from './sheets.ts'
import { templateBytes } from './templates.ts'

/** Writes the report of an engagement. @throws DomainError as the contract of `report.export` lists; no file is left then */
export async function exportReport(
  { engagementId, format, file, templateId }: CheckedParamsOf<'report.export'>,
  context: JobContext,
): Promise<ResultOf<'report.export'>> {
  if (format === 'pdf') throw new DomainError('report.pdf_needs_window')
  const { reader, resolvePath, signal, progress, pause } = context
  const document = loadReport(reader, engagementId)
  const heads = engagementHeads(reader, engagementId)
  const place = resolvePath(file)
  progress(0, 1, 'Writing the report')
  await pause()
  const { sha256 } = await write()
  const exportId = await recordExport({ engagementId, document, heads }, { place, format, sha256, templateId }, context)
  return { file, sha256, exportId }

  async function write(): Promise<{ sha256: string }> {
    if (format === 'xlsx') return writeXlsx(place, reportSheets(document), signal)
    const bytes =
      format === 'html'
        ? new TextEncoder().encode(reportHtml(document))
        : await writeDocxAside({ document, template: await templateBytes(reader, templateId) }, signal)
    return exportFile(place, [bytes], signal)
  }
}
