import { withPdf } from '../pdf/withPdf.ts'
import type { TextSink } from './textSink.ts'

/** Pages of a file that are read. */
const mostPages = 2000

/**
 * Takes the text of a PDF, page by page, as it was written there; a scan has none.
 * @throws those of {@link withPdf}
 */
export function pdfText(bytes: Buffer, sink: TextSink): Promise<void> {
  return withPdf(bytes, async (pdf) => {
    for (let page = 1; page <= Math.min(pdf.numPages, mostPages) && !sink.isFull; page += 1) {
      const { items } = await (await pdf.getPage(page)).getTextContent()
      sink.add(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''))
    }
  })
}
