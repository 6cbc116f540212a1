import { z } from 'zod'
import { job, query } from './define.ts'
import { FileRef, Id, Sha256 } from './values.ts'

/** Characters of base64 and bytes of a PDF that are taken at most. */
const largestPdf = 512 * 1024 * 1024

/** What a method that prepares something to print answers with; `shell` prints it or makes a PDF of it by this id. */
export const toPrint = z.object({ documentId: Id })

export const printContract = {
  'print.document': query({
    title: 'A document that was prepared to be printed: static HTML, and the content policy that it is shown under',
    params: z.strictObject({ documentId: Id }),
    result: z.object({ title: z.string(), landscape: z.boolean(), html: z.string(), policy: z.string() }),
    errors: ['print.gone'],
  }),
  'print.writePdf': job({
    title: 'Write the PDF that a window has made of a document',
    params: z.strictObject({
      file: FileRef,
      /** The document that it was made of; a report is recorded as exported. */
      documentId: Id.optional(),
      /** The bytes, or as base64. */
      pdf: z.union([z.instanceof(Uint8Array).refine(({ length }) => length <= largestPdf), z.base64().max(largestPdf)]),
    }),
    result: z.object({ sha256: Sha256, bytes: z.int() }),
    errors: ['print.not_a_pdf', 'file.unwritable', 'disk.full', 'disk.removed'],
  }),
}
