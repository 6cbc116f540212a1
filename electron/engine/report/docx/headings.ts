import { BookmarkEnd, BookmarkStart, HeadingLevel, Paragraph } from 'docx'
import { type ReportDocument, type SectionKey, sectionHeading } from '../../../../shared/report/document.ts'
import { type Pen, runs } from './pen.ts'

const styles = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** Deepest level that the table of contents lists. */
export const deepestListed = 2

/** A heading of a report, and where it stands: a section, and below the section's own the place of its block. */
export type Heading = { level: keyof typeof styles; text: string; section: SectionKey; block?: number }

/** @returns the headings that the table of contents lists, in the order of the sections */
export function listedHeadings({ sections }: ReportDocument): Heading[] {
  return sections.flatMap((section) => [
    { level: 1, text: sectionHeading(section), section: section.key },
    ...section.blocks.flatMap((block, place) =>
      block.kind === 'heading' && block.level <= deepestListed
        ? [{ level: block.level, text: block.text, section: section.key, block: place }]
        : [],
    ),
  ])
}

/** @returns the name of a heading's bookmark, in the form in which Word names those of a table of contents */
export const anchorOf = ({ section, block }: Heading): string =>
  `_Toc_${section}${block === undefined ? '' : `_${block}`}`

/** @returns a heading; one that the table of contents lists stands in a bookmark, whose page is told there */
export function headingParagraph(heading: Heading, pen: Pen): Paragraph {
  const { level, text } = heading
  const paragraph = new Paragraph({ heading: styles[level], keepNext: true, pageBreakBefore: level === 1 })
  const words = runs(text, pen)
  const id = pen.newBookmark()
  const pieces =
    level > deepestListed ? words : [new BookmarkStart(anchorOf(heading), id), ...words, new BookmarkEnd(id)]
  for (const piece of pieces) paragraph.addChildElement(piece)
  return paragraph
}
