import type { printContract } from '../../shared/contract/print.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { exportFile } from './exportFile.ts'
import type { Handlers } from './handler.ts'
import { recordExport } from './report/recordExport.ts'

/** What every PDF begins with (ISO 32000-1, 7.5.2). */
const startOfPdf = '%PDF-'

export const print: Handlers<typeof printContract> = {
  'print.document': ({ documentId }, { session }) => session.prints.get(documentId),

  'print.writePdf': async ({ file, pdf, documentId }, context) => {
    const { resolvePath, signal, session } = context
    const bytes = typeof pdf === 'string' ? Buffer.from(pdf, 'base64') : pdf
    if (!Buffer.from(bytes.subarray(0, startOfPdf.length)).equals(Buffer.from(startOfPdf))) {
      throw new DomainError('print.not_a_pdf')
    }
    const place = resolvePath(file)
    const written = await exportFile(place, [bytes], signal)
    const report = documentId === undefined ? undefined : session.prints.reportOf(documentId)
    if (report !== undefined) await recordExport(report, { place, format: 'pdf', sha256: written.sha256 }, context)
    return written
  },
}
