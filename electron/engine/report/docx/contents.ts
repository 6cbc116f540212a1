import { InternalHyperlink, PageReference, Paragraph, TableOfContents, TabStopType } from 'docx'
import type { ReportDocument } from '../../../../shared/report/document.ts'
import { deepestListed, type Heading, listedHeadings } from '../../../../shared/report/headings.ts'
import { bookmarkOf } from './headings.ts'
import { type Pen, runs, textWidth } from './pen.ts'

/**
 * @returns the table of contents of a report: a line for each heading, its page a field. The table is written whole because
 *   only Word fills one in when it opens a file; the fields get their numbers when the pages are laid out.
 */
export function tableOfContents(document: ReportDocument, pen: Pen): TableOfContents {
  return new TableOfContents('Contents', {
    hyperlink: true,
    headingStyleRange: `1-${deepestListed}`,
    contentChildren: listedHeadings(document).map((heading) => lineOf(heading, pen)),
  })
}

function lineOf(heading: Heading, pen: Pen): Paragraph {
  const anchor = bookmarkOf(heading)
  return new Paragraph({
    style: `TOC${heading.level}`,
    tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: 'dot' }],
    children: [
      new InternalHyperlink({
        anchor,
        children: [...runs(`${heading.text}\t`, pen), new PageReference(anchor, { hyperlink: true })],
      }),
    ],
  })
}
