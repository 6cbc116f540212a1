import path from 'node:path'
import type { RichBlock } from '../../../shared/contract/richText.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type ComparedSection, sectionOfHeading } from '../../../shared/report/comparedLines.ts'
import { paragraphsOf } from '../../../shared/richText/paragraphs.ts'
import { readWordDocument } from '../docx/readDocument.ts'
import { readSmallFile } from '../smallFile.ts'
import { type PageLine, pageLines } from './pageLines.ts'

/** Bytes of a page above which it is not read. */
const mostPageBytes = 64 * 1024 * 1024

/**
 * Reads the text of an exported report back, section by section: of a document by its main headings, of a page by its own.
 * @throws DomainError `report.not_readable` where it is neither, or has no section of a report; those of the file, and of
 *   {@link readWordDocument}
 */
export async function readReportFile(file: string, signal: AbortSignal): Promise<ComparedSection[]> {
  const name = path.basename(file)
  const lines = await linesOf(file, name, signal)
  const sections = sectionsIn(lines)
  if (sections.length === 0) throw new DomainError('report.not_readable', { name })
  return sections
}

async function linesOf(file: string, name: string, signal: AbortSignal): Promise<PageLine[]> {
  switch (path.extname(file).toLowerCase()) {
    case '.docx':
      return (await readWordDocument(file, signal)).blocks.flatMap(blockLines)
    case '.html':
    case '.htm':
      return pageLines(await readSmallFile(file, mostPageBytes))
    default:
      throw new DomainError('report.not_readable', { name })
  }
}

function blockLines(block: RichBlock): PageLine[] {
  const isMain = block.type === 'heading' && block.attrs.level === 1
  return paragraphsOf({ type: 'doc', content: [block] }).map((text) => ({ text, isMain }))
}

/** What stands before the first section, such as a title page and a table of contents, is no part of one. */
function sectionsIn(lines: readonly PageLine[]): ComparedSection[] {
  const sections: ComparedSection[] = []
  for (const { text, isMain } of lines) {
    const begun = isMain ? sectionOfHeading(text) : null
    if (begun !== null) sections.push({ ...begun, lines: [] })
    else sections.at(-1)?.lines.push(text)
  }
  return sections
}
