import type { ReportPlace } from '../contract/report.ts'
import type { RichText } from '../contract/richText.ts'
import { paragraphsOf } from '../richText/paragraphs.ts'

/** The sections of a report, by what they hold; their numbers follow from the firm's order. */
export type SectionKey = 'auditorsReport' | 'assertion' | 'description' | 'tests' | 'other'

/** A column of a table: its heading, and its share of the width. */
export type DocumentColumn = { head: string; share: number }

/**
 * A piece of a report. Everything is plain text: whoever writes a file escapes it.
 * - `sample`: a note that the wording is a sample; `unaudited`: a note that nobody examined what follows;
 *   `draft`: something that has to be written before the report can be issued.
 * - `rich`: text of management with the form that it was written in.
 */
export type DocumentBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | {
      kind: 'paragraph'
      text: string
      tone?: 'sample' | 'unaudited' | 'draft' | 'signature' | undefined
      /** Of a draft: where it is settled. */
      place?: ReportPlace | undefined
    }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; title: string; columns: DocumentColumn[]; rows: string[][] }
  | { kind: 'rich'; content: RichText['content'] }

export type DocumentSection = {
  key: SectionKey
  /** `Section I`. */
  number: string
  title: string
  blocks: DocumentBlock[]
}

/** A report as it reads, whatever file it is written to. */
export type ReportDocument = {
  client: string
  /** Two lines of the title page below the client. */
  title: string
  subtitle: string
  firm: string
  /** Author as the files' properties name it; no user or computer does. */
  author: string
  sections: DocumentSection[]
}

/** @returns the heading of a section as every file shows it */
export const sectionHeading = ({ number, title }: Pick<DocumentSection, 'number' | 'title'>): string =>
  `${number}: ${title}`

/** @returns the text of a block, a line for a paragraph, item or row: what differences and checks compare */
export function blockLines(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'list':
      return [...block.items]
    case 'table':
      return [block.title, ...block.rows.map((row) => row.join('\t'))]
    case 'rich':
      return paragraphsOf({ type: 'doc', content: block.content })
  }
}
