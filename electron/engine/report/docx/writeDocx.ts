import { patchDocument, PatchType, type IPatch } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { ReportDocument } from '../../../../shared/report/document.ts'
import {
  contents,
  type LineField,
  lineFields,
  sectionFields,
  wholeReport,
} from '../../../../shared/report/templateFields.ts'
import { sectionChildren } from './blocks.ts'
import { tableOfContents } from './contents.ts'
import { listsOf } from './lists.ts'
import { finishPackage } from './package.ts'
import { type Pen, runs } from './pen.ts'

/**
 * Fills a template with a report, and the fields of its table of contents with the pages as they are laid out.
 * @param template a template that was checked
 * @returns the bytes of a DOCX, the same for the same report and template
 */
export async function writeDocx(document: ReportDocument, template: Uint8Array): Promise<Uint8Array> {
  const brace = unusedCharacter(JSON.stringify(document))
  let lists = 0
  let bookmarks = 0
  const pen: Pen = {
    literal: (text) => text.replaceAll('{', brace),
    newList: () => (lists += 1),
    newBookmark: () => (bookmarks += 1),
  }
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: template,
    patches: patches(document, pen),
    numbering: listsOf(document),
    // A letter that is in no table of widths is taken for an average one: the numbers after it are better than none.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
  })
  return finishPackage(filled, { title: `${document.client}: ${document.title}`, author: document.author }, (xml) =>
    xml.replaceAll(brace, '{'),
  )
}

function patches(document: ReportDocument, pen: Pen): Record<string, IPatch> {
  const line = (name: LineField): [string, IPatch] => [
    name,
    { type: PatchType.PARAGRAPH, children: runs(document[name], pen) },
  ]
  const sections = Object.entries(sectionFields).map(([name, key]): [string, IPatch] => [
    name,
    {
      type: PatchType.DOCUMENT,
      children: document.sections.filter((each) => each.key === key).flatMap((each) => sectionChildren(each, pen)),
    },
  ])
  return {
    ...Object.fromEntries((Object.keys(lineFields) as LineField[]).map(line)),
    ...Object.fromEntries(sections),
    [wholeReport]: {
      type: PatchType.DOCUMENT,
      children: document.sections.flatMap((section) => sectionChildren(section, pen)),
    },
    [contents]: {
      type: PatchType.DOCUMENT,
      children: [tableOfContents(document, pen)],
    },
  }
}

/**
 * A brace of the papers is written as a character that occurs nowhere else and put back at the end, so that what a client
 * called `{{report}}` is never taken for a field.
 */
function unusedCharacter(text: string): string {
  const first = 0xe000
  const last = 0xf8ff
  for (let code = first; code <= last; code += 1) {
    const character = String.fromCodePoint(code)
    if (!text.includes(character)) return character
  }
  throw new RangeError('A report uses every character of the private use area')
}
