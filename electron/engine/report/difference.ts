import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { ReportTree } from '../../../shared/contract/report.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type ComparedSection, comparedSections } from '../../../shared/report/comparedLines.ts'
import type { JobContext } from '../handler.ts'
import { reportDifferences } from './differences.ts'
import { loadReport } from './load.ts'
import { readReportFile } from './readReportFile.ts'

/** Holds the report against another one. @throws DomainError as the contract of `report.difference` lists */
export async function differenceOfReport(
  { engagementId, against }: CheckedParamsOf<'report.difference'>,
  { reader, resolvePath, signal, progress, pause }: JobContext,
): Promise<ResultOf<'report.difference'>> {
  const mine = sectionsOfEngagement(reader, engagementId)
  progress(0, 1, 'Comparing')
  await pause()
  const other =
    'file' in against
      ? await readReportFile(resolvePath(against.file), signal)
      : 'exportId' in against
        ? sectionsOfExport(reader, against.exportId)
        : sectionsOfEngagement(reader, against.engagementId)
  return { sections: reportDifferences(mine, other) }
}

const sectionsOfEngagement = (reader: Reader, engagementId: string): ComparedSection[] =>
  comparedSections(loadReport(reader, engagementId))

/** @throws DomainError `report.export_not_found`, `blob.missing`, `blob.damaged` */
function sectionsOfExport(reader: Reader, exportId: string): ComparedSection[] {
  const found = reader.get('exportedReport', exportId)
  if (found === undefined) throw new DomainError('report.export_not_found', { exportId })
  const text = reader.filePart(found.textSha256, 0, found.textSize).toString('utf8')
  return comparedSections(ReportTree.parse(JSON.parse(text)))
}
