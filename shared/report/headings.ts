import { type ReportDocument, type SectionKey, sectionHeading } from './document.ts'

/** Deepest level that the table of contents lists. */
export const deepestListed = 2

/** A heading of a report, and where it stands: a section, and below the section's own the place of its block. */
export type Heading = { level: 1 | 2 | 3; text: string; section: SectionKey; block?: number }

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

/** @returns the name under which a file leads to a heading */
export const anchorOf = ({ section, block }: Pick<Heading, 'section' | 'block'>): string =>
  block === undefined ? section : `${section}_${block}`
