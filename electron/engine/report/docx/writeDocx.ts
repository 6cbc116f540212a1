import { AlignmentType, LevelFormat, patchDocument, PatchType, TableOfContents, type IPatch } from 'docx'
import { type ReportDocument, sectionHeading } from '../../../../shared/report/document.ts'
import {
  contents,
  type LineField,
  lineFields,
  sectionFields,
  wholeReport,
} from '../../../../shared/report/templateFields.ts'
import { bulletList, type Literal, runs, sectionChildren } from './blocks.ts'
import { finishPackage } from './package.ts'

/**
 * Fills a template with a report.
 * @param template a template that was checked
 * @returns the bytes of a DOCX, the same for the same report and template
 */
export async function writeDocx(document: ReportDocument, template: Uint8Array): Promise<Uint8Array> {
  const brace = unusedCharacter(JSON.stringify(document))
  const literal: Literal = (text) => text.replaceAll('{', brace)
  const filled = await patchDocument({
    outputType: 'uint8array',
    data: template,
    patches: patches(document, literal),
    numbering: {
      config: [
        {
          reference: bulletList,
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 500, hanging: 260 } } },
            },
          ],
        },
      ],
    },
  })
  return finishPackage(filled, { title: `${document.client}: ${document.title}`, author: document.author }, (xml) =>
    xml.replaceAll(brace, '{'),
  )
}

function patches(document: ReportDocument, literal: Literal): Record<string, IPatch> {
  const line = (name: LineField): [string, IPatch] => [
    name,
    { type: PatchType.PARAGRAPH, children: runs(document[name], literal) },
  ]
  const sections = Object.entries(sectionFields).map(([name, key]): [string, IPatch] => [
    name,
    {
      type: PatchType.DOCUMENT,
      children: document.sections.filter((each) => each.key === key).flatMap((each) => sectionChildren(each, literal)),
    },
  ])
  return {
    ...Object.fromEntries((Object.keys(lineFields) as LineField[]).map(line)),
    ...Object.fromEntries(sections),
    [wholeReport]: {
      type: PatchType.DOCUMENT,
      children: document.sections.flatMap((section) => sectionChildren(section, literal)),
    },
    [contents]: {
      type: PatchType.DOCUMENT,
      children: [
        new TableOfContents('Contents', {
          hyperlink: true,
          headingStyleRange: '1-2',
          beginDirty: true,
          cachedEntries: document.sections.flatMap((section) => [
            { title: literal(sectionHeading(section)), level: 1 },
            ...section.blocks.flatMap((block) =>
              block.kind === 'heading' && block.level === 2 ? [{ title: literal(block.text), level: 2 }] : [],
            ),
          ]),
        }),
      ],
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
