import { z } from 'zod'
import { job, query } from './define.ts'
import { FileRef, Id, Sha256 } from './values.ts'

/** Characters of base64 and bytes of a PDF that are taken at most. */
const largestPdf = 512 * 1024 * 1024

/** What a method that prepares something to print answers with; `shell` prints it or makes a PDF of it by this id. */
export const toPrint = z.object({ documentId: Id })

/** The bytes, or as base64. */
const Pdf = z.union([z.instanceof(Uint8Array).refine(({ length }) => length <= largestPdf), z.base64().max(largestPdf)])

export const printContract = {
  'print.document': query({
    title: 'A document that was prepared to be printed: static HTML, and the content policy that it is shown under',
    params: z.strictObject({ documentId: Id }),
    result: z.object({
      title: z.string(),
      landscape: z.boolean(),
      html: z.string(),
      policy: z.string(),
      /** Its contents name pages, which are known once it was laid out: see `print.numbered`. */
      hasContents: z.boolean(),
    }),
    errors: ['print.gone'],
  }),
  'print.numbered': job({
    title: 'A document with the pages that its contents lead to, as they stand in a first PDF of it',
    params: z.strictObject({ documentId: Id, pdf: Pdf }),
    result: z.object({ html: z.string() }),
    errors: ['print.gone', 'print.not_a_pdf'],
  }),
  'print.writePdf': job({
    title: 'Write the PDF that a window has made of a document',
    params: z.strictObject({
      file: FileRef,
      /** The document that it was made of; a report is recorded as exported. */
      documentId: Id.optional(),
      pdf: Pdf,
    }),
    result: z.object({ sha256: Sha256, bytes: z.int() }),
    errors: ['print.not_a_pdf', 'file.unwritable', 'disk.full', 'disk.removed'],
  }),
}
