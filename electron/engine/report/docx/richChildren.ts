import {
  HeadingLevel,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  type TextRun,
  WidthType,
} from 'docx'
import { columnsOf, headingRanks, isList, isMarked, type RichNode } from '../../../../shared/richText/node.ts'
import { bulletList, levelIndent, numberedList } from './lists.ts'
import { cellLine, cellLook, type Pen, runOf, tableLook, textWidth } from './pen.ts'

/** Where text stands: how deep, in how large letters, and below which mark of a list. */
type Standing = {
  pen: Pen
  ranks: ReadonlyMap<number, number>
  /** Lists around it. */
  depth: number
  quoted: boolean
  /** Half-points, in a table; else as the style says. */
  size?: number
  bold?: boolean
}

/** @returns management's text with the form it has: headings from the third level on, lists that count by themselves, tables */
export function richChildren(content: readonly RichNode[], pen: Pen): (Paragraph | Table)[] {
  return children(content, { pen, ranks: headingRanks(content), depth: 0, quoted: false })
}

function children(nodes: readonly RichNode[], at: Standing): (Paragraph | Table)[] {
  return nodes.flatMap((node) => {
    if (node.type === 'table') return [tableOf(node, at), new Paragraph({ spacing: { after: 120 } })]
    return paragraphs(node, at)
  })
}

function paragraphs(node: RichNode, at: Standing): Paragraph[] {
  const { type, attrs, content = [] } = node
  if (isList(node)) return listOf(node, at)
  if (type === 'blockquote') return content.flatMap((inner) => paragraphs(inner, { ...at, quoted: true }))
  if (type === 'heading') {
    const isTop = (at.ranks.get(attrs?.level ?? 1) ?? 0) === 0
    const heading = isTop ? HeadingLevel.HEADING_3 : HeadingLevel.HEADING_4
    return [new Paragraph({ heading, keepNext: true, children: words(content, at) })]
  }
  return [new Paragraph({ ...look(at), children: words(content, at) })]
}

/** The first paragraph of an item bears its mark; the others stand below its words. */
function listOf({ type, attrs, content: items = [] }: RichNode, at: Standing): Paragraph[] {
  const list =
    type === 'bulletList'
      ? { reference: bulletList }
      : { reference: numberedList(attrs?.start ?? 1), instance: at.pen.newList() }
  const within = { ...at, depth: at.depth + 1 }
  return items.flatMap(({ content = [] }) =>
    content.flatMap((node, place) =>
      place === 0 && !isList(node)
        ? [
            new Paragraph({
              numbering: { ...list, level: at.depth },
              spacing: { after: 60 },
              children: words(node.content ?? [], node.type === 'heading' ? { ...within, bold: true } : within),
            }),
          ]
        : paragraphs(node, within),
    ),
  )
}

function look({ depth, quoted, size }: Standing): IParagraphOptions {
  const left = levelIndent * (depth + (quoted ? 1 : 0))
  return {
    spacing: { after: size === undefined && depth === 0 ? 140 : 60, ...(size === undefined ? {} : cellLine) },
    ...(left === 0 ? {} : { indent: { left } }),
  }
}

function words(content: readonly RichNode[], { pen, size, bold = false }: Standing): TextRun[] {
  return content.map((node) =>
    node.type === 'hardBreak'
      ? runOf('', pen, { break: 1 })
      : runOf(node.text ?? '', pen, {
          ...(size === undefined ? {} : { size }),
          ...(bold || isMarked(node, 'bold') ? { bold: true } : {}),
          ...(isMarked(node, 'italic') ? { italics: true } : {}),
          ...(isMarked(node, 'underline') ? { underline: {} } : {}),
        }),
  )
}

/** A row of heads alone repeats on every page. */
function tableOf(table: RichNode, at: Standing): Table {
  const columns = columnsOf(table)
  const width = Math.floor(textWidth / columns)
  const rows = (table.content ?? []).filter(({ content = [] }) => content.length > 0)
  return new Table({
    ...tableLook,
    columnWidths: Array.from({ length: columns }, () => width),
    rows: rows.map(
      ({ content = [] }) =>
        new TableRow({
          ...(content.every(({ type }) => type === 'tableHeader') ? { tableHeader: true, cantSplit: true } : {}),
          children: content.map((cell) => cellOf(cell, width, at)),
        }),
    ),
  })
}

function cellOf({ type, attrs, content = [] }: RichNode, width: number, at: Standing): TableCell {
  const isHead = type === 'tableHeader'
  const columnSpan = attrs?.colspan ?? 1
  const rowSpan = attrs?.rowspan ?? 1
  return new TableCell({
    width: { size: width * columnSpan, type: WidthType.DXA },
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
    ...cellLook(isHead),
    children: content.flatMap((node) => paragraphs(node, { ...at, depth: 0, quoted: false, size: 18, bold: isHead })),
  })
}
