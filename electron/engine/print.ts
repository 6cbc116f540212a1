import type { printContract } from '../../shared/contract/print.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import { withPageNumbers } from '../../shared/print/pageMarks.ts'
import { exportFile } from './exportFile.ts'
import type { Handlers } from './handler.ts'
import { anchorPages } from './print/anchorPages.ts'
import { recordExport } from './report/recordExport.ts'

/** What every PDF begins with (ISO 32000-1, 7.5.2). */
const startOfPdf = '%PDF-'

export const print: Handlers<typeof printContract> = {
  'print.document': ({ documentId }, { session }) => session.prints.get(documentId),

  'print.numbered': async ({ documentId, pdf }, { session, signal }) => {
    const { html } = session.prints.get(documentId)
    return { html: withPageNumbers(html, await anchorPages(pdfBytes(pdf), signal)) }
  },

  'print.writePdf': async ({ file, pdf, documentId }, context) => {
    const { resolvePath, signal, session } = context
    const bytes = pdfBytes(pdf)
    const place = resolvePath(file)
    const written = await exportFile(place, [bytes], signal)
    const report = documentId === undefined ? undefined : session.prints.reportOf(documentId)
    if (report !== undefined) await recordExport(report, { place, format: 'pdf', sha256: written.sha256 }, context)
    return written
  },
}

/** @throws DomainError `print.not_a_pdf` */
function pdfBytes(pdf: Uint8Array | string): Uint8Array {
  const bytes = typeof pdf === 'string' ? Buffer.from(pdf, 'base64') : pdf
  if (!Buffer.from(bytes.subarray(0, startOfPdf.length)).equals(Buffer.from(startOfPdf))) {
    throw new DomainError('print.not_a_pdf')
  }
  return bytes
}
