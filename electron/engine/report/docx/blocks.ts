import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type DocumentBlock, type DocumentSection, sectionHeading } from '../../../../shared/report/document.ts'

/** Width of the text on A4 with its margins, in twentieths of a point. */
const textWidth = 9638

/** The list that items are in; whoever writes the file defines it. */
export const bulletList = 'report-bullets'

/** Turns text of the papers into text of the file, so that none of it is taken for a field. */
export type Literal = (text: string) => string

/** @returns a section as paragraphs and tables of a document: the first of them its heading, on a new page */
export function sectionChildren(section: DocumentSection, literal: Literal): (Paragraph | Table)[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    pageBreakBefore: true,
    keepNext: true,
    children: runs(sectionHeading(section), literal),
  })
  return [heading, ...section.blocks.flatMap((block) => blockChildren(block, literal))]
}

function blockChildren(block: DocumentBlock, literal: Literal): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          keepNext: true,
          children: runs(block.text, literal),
        }),
      ]
    case 'paragraph':
      return [new Paragraph({ ...look(block.tone), children: runs(block.text, literal) })]
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: bulletList, level: 0 }, children: runs(item, literal) }),
      )
    case 'table':
      return [tableOf(block, literal), new Paragraph({ spacing: { after: 120 } })]
  }
}

type Tone = Extract<DocumentBlock, { kind: 'paragraph' }>['tone']

/** Notes stand out by their ground and a bar beside them, whatever the colours of the template. */
function look(tone: Tone) {
  const bar = (colour: string, fill: string) => ({
    border: { left: { style: 'single' as const, size: 24, color: colour, space: 8 } },
    shading: { type: ShadingType.CLEAR, fill, color: 'auto' },
    spacing: { before: 120, after: 160 },
  })
  switch (tone) {
    case 'draft':
      return bar('A15C00', 'FFF4D6')
    case 'sample':
    case 'unaudited':
      return bar('1F3A5F', 'F0F3F7')
    case 'signature':
      return { spacing: { before: 0, after: 60 }, keepLines: true }
    case undefined:
      return { spacing: { after: 140 } }
  }
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'B6BEC8' }

function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>, literal: Literal): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((share / all) * textWidth))
  const cell = (text: string, place: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[place] ?? 0, type: WidthType.DXA },
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      ...(isHead ? { shading: { type: ShadingType.CLEAR, fill: 'E6EBF1', color: 'auto' } } : {}),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: AlignmentType.LEFT,
            spacing: { after: 40 },
            children: [new TextRun({ text: clean(literal(line)), size: 18, bold: isHead })],
          }),
      ),
    })
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, place) => cell(head, place, true)),
      }),
      ...rows.map(
        (row) => new TableRow({ children: columns.map((_column, place) => cell(row[place] ?? '', place, false)) }),
      ),
    ],
  })
}

/** @returns a text as runs, a line break for each of its own */
export function runs(text: string, literal: Literal): TextRun[] {
  return text
    .split('\n')
    .map((line, place) => new TextRun({ text: clean(literal(line)), ...(place === 0 ? {} : { break: 1 }) }))
}

/** Characters that no XML can hold (XML 1.0, production 2) become the sign for that. */
function clean(text: string): string {
  return text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
}
