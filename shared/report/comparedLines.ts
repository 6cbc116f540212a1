import {
  blockLines,
  type DocumentBlock,
  type DocumentSection,
  type ReportDocument,
  type SectionKey,
} from './document.ts'

/** A section as it is compared: a line for each paragraph, item and row, whatever file it was read from. */
export type ComparedSection = { key: SectionKey; title: string; lines: string[] }

/** @returns a report as it is compared with another one */
export function comparedSections({ sections }: ReportDocument): ComparedSection[] {
  return sections.map(({ key, title, blocks }: DocumentSection) => ({ key, title, lines: blocks.flatMap(lines) }))
}

function lines(block: DocumentBlock): string[] {
  const texts =
    block.kind === 'table'
      ? [block.columns.map(({ head }) => head), ...block.rows].map((row) => row.map(oneLine).join(' | '))
      : blockLines(block)
  return texts.map(oneLine).filter((text) => text !== '')
}

/** @returns a text without its line breaks: files break lines where they like */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Words of the titles of sections, as practice writes them. */
const pointers: readonly (readonly [SectionKey, RegExp])[] = [
  ['other', /^other information/i],
  ['assertion', /^(management.s )?assertion|^assertion/i],
  ['auditorsReport', /auditor.?s.? report/i],
  ['tests', /criteria|tests? of controls/i],
  ['description', /description/i],
]

const numbered = /^section\s+(\w+)\s*[:.–—-]?\s*(.*)$/i

/** @returns the section that a heading begins, with its title, or `null`: `Section IV: Applicable trust services criteria …` */
export function sectionOfHeading(heading: string): { key: SectionKey; title: string } | null {
  const [, , title = ''] = numbered.exec(oneLine(heading)) ?? []
  const key = pointers.find(([, words]) => words.test(title))?.[0]
  return key === undefined ? null : { key, title }
}
