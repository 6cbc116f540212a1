import { BookmarkEnd, BookmarkStart, HeadingLevel, Paragraph } from 'docx'
import { anchorOf, deepestListed, type Heading } from '../../../../shared/report/headings.ts'
import { type Pen, runs } from './pen.ts'

const styles = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** @returns the name of a heading's bookmark, in the form in which Word names those of a table of contents */
export const bookmarkOf = (heading: Heading): string => `_Toc_${anchorOf(heading)}`

/** @returns a heading; one that the table of contents lists stands in a bookmark, whose page is told there */
export function headingParagraph(heading: Heading, pen: Pen): Paragraph {
  const { level, text } = heading
  const paragraph = new Paragraph({ heading: styles[level], keepNext: true, pageBreakBefore: level === 1 })
  const words = runs(text, pen)
  const id = pen.newBookmark()
  const pieces =
    level > deepestListed ? words : [new BookmarkStart(bookmarkOf(heading), id), ...words, new BookmarkEnd(id)]
  for (const piece of pieces) paragraph.addChildElement(piece)
  return paragraph
}
