import { AlignmentType, Paragraph, ShadingType, Table, TableCell, TableRow, WidthType } from 'docx'
import { headingParagraph } from './headings.ts'
import { bulletList } from './lists.ts'
import { type Pen, runs, runOf, cellLine, cellLook, tableLook, textWidth } from './pen.ts'
import { richChildren } from './richChildren.ts'
import { type DocumentBlock, type DocumentSection, sectionHeading } from '../../../../shared/report/document.ts'

/** @returns a section as paragraphs and tables of a document: the first of them its heading, on a new page */
export function sectionChildren(section: DocumentSection, pen: Pen): (Paragraph | Table)[] {
  return [
    headingParagraph({ level: 1, text: sectionHeading(section), section: section.key }, pen),
    ...section.blocks.flatMap((block, place) =>
      block.kind === 'heading'
        ? [headingParagraph({ ...block, section: section.key, block: place }, pen)]
        : blockChildren(block, pen, section.blocks.slice(place + 1, place + 3)),
    ),
  ]
}

/** What stands right above a table, or one paragraph above it, stays on the page of the table. */
function leadsToTable([next, after]: readonly DocumentBlock[]): boolean {
  return next?.kind === 'table' || (next?.kind === 'paragraph' && after?.kind === 'table')
}

function blockChildren(
  block: Exclude<DocumentBlock, { kind: 'heading' }>,
  pen: Pen,
  following: readonly DocumentBlock[],
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'paragraph':
      return [
        new Paragraph({ ...look(block.tone), keepNext: leadsToTable(following), children: runs(block.text, pen) }),
      ]
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ numbering: { reference: bulletList, level: 0 }, children: runs(item, pen) }),
      )
    case 'table':
      // A heading brings its own distance; an empty line before it might come to stand at the top of its page.
      return following[0]?.kind === 'heading'
        ? [tableOf(block, pen)]
        : [tableOf(block, pen), new Paragraph({ spacing: { after: 120 } })]
    case 'rich':
      return richChildren(block.content, pen)
  }
}

/** Characters from which a row may go over to the next page. */
const longRow = 1200

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

function tableOf({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>, pen: Pen): Table {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((share / all) * textWidth))
  const cell = (text: string, place: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[place] ?? 0, type: WidthType.DXA },
      ...cellLook(isHead),
      children: text.split('\n').map(
        (line) =>
          new Paragraph({
            alignment: AlignmentType.LEFT,
            spacing: { after: 40, ...cellLine },
            children: [runOf(line, pen, { size: 18, bold: isHead })],
          }),
      ),
    })
  return new Table({
    ...tableLook,
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ head }, place) => cell(head, place, true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: row.join('').length < longRow,
            children: columns.map((_column, place) => cell(row[place] ?? '', place, false)),
          }),
      ),
    ],
  })
}
