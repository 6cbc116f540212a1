import type { RichBlock } from '../../../shared/contract/richText.ts'
import type { WordBlock, WordCell, WordParagraph, WordTable } from './bodyReader.ts'
import { ListCounts } from './listCounts.ts'
import type { NumberingReader } from './numbering.ts'
import type { StyleReader } from './styles.ts'

/** Lists within lists that rich text has, in the body and in a cell of a table. */
const deepestInBody = 3
const deepestInCell = 1

type TextBlock = Extract<RichBlock, { type: 'paragraph' | 'heading' }>
/** A list while it grows: an item holds its paragraph, and the list within it. */
type ListNode = {
  type: 'bulletList' | 'orderedList'
  attrs?: { start: number }
  content: { type: 'listItem'; content: (TextBlock | ListNode)[] }[]
}
/** A list that an item may be added to, with the number that the next one has. */
type OpenList = { node: ListNode; next: number }

/** Turns the paragraphs and tables of a Word document into rich text. */
export class RichBlocks {
  readonly #styles: StyleReader
  readonly #numbering: NumberingReader
  readonly #counts: ListCounts
  /** Items of lists that were deeper than rich text goes, and stand higher now. */
  flattened = 0

  constructor(styles: StyleReader, numbering: NumberingReader) {
    this.#styles = styles
    this.#numbering = numbering
    this.#counts = new ListCounts(numbering)
  }

  /** @returns the blocks of a body; empty paragraphs are left out */
  blocksOf(blocks: readonly WordBlock[]): RichBlock[] {
    return this.#grouped(blocks, deepestInBody).flatMap((block) =>
      block.type === 'wordTable' ? this.#table(block.table) : [block as RichBlock],
    )
  }

  #grouped(
    blocks: readonly WordBlock[],
    deepest: number,
  ): (TextBlock | ListNode | { type: 'wordTable'; table: WordTable })[] {
    const grouped: (TextBlock | ListNode | { type: 'wordTable'; table: WordTable })[] = []
    let open: OpenList[] = []
    for (const block of blocks) {
      if (block.kind === 'table') {
        open = []
        grouped.push({ type: 'wordTable', table: block })
        continue
      }
      if (isEmpty(block)) continue
      const level = this.#levelOf(block)
      if (block.list === null || level !== null) {
        open = []
        grouped.push(textBlock(block, level))
        continue
      }
      const before = open.length
      open = this.#listed(open, block, block.list, deepest)
      const outermost = open[0]?.node
      const isNew = outermost !== undefined && (before === 0 || grouped.at(-1) !== outermost)
      if (isNew) grouped.push(outermost)
    }
    return grouped
  }

  /** Puts a paragraph into the list that is open at its depth where that counts on, or into a new one. */
  #listed(
    open: readonly OpenList[],
    paragraph: WordParagraph,
    list: { id: string; level: number },
    deepest: number,
  ): OpenList[] {
    const type = this.#numbering.isBullet(list.id, list.level) ? 'bulletList' : 'orderedList'
    const number = this.#counts.next(list.id, list.level)
    const wanted = Math.min(list.level, deepest - 1)
    if (list.level > wanted) this.flattened += 1
    const depth = Math.min(wanted, open.length)
    const standing = open.slice(0, depth + 1)
    const item = { type: 'listItem' as const, content: [textBlock(paragraph, null)] }
    const same = standing[depth]
    if (same?.node.type === type && (type === 'bulletList' || same.next === number)) {
      same.node.content.push(item)
      same.next += 1
      return standing
    }
    const from = type === 'orderedList' && number !== 1 ? { attrs: { start: number } } : {}
    const begun: ListNode = { type, ...from, content: [item] }
    standing[depth - 1]?.node.content.at(-1)?.content.push(begun)
    return [...standing.slice(0, depth), { node: begun, next: number + 1 }]
  }

  #table({ rows }: WordTable): RichBlock[] {
    const filled = rows.filter((row) => row.length > 0)
    if (filled.length === 0) return []
    return [
      {
        type: 'table',
        content: filled.map((row) => ({ type: 'tableRow', content: row.map((cell) => this.#cell(cell)) })),
      },
    ] as RichBlock[]
  }

  #cell({ span, blocks }: WordCell) {
    const content = this.#grouped(blocks.flatMap(unfolded), deepestInCell)
    return {
      type: 'tableCell',
      attrs: { colspan: span, rowspan: 1, colwidth: null },
      content: content.length === 0 ? [{ type: 'paragraph' }] : content,
    }
  }

  #levelOf({ style, outline }: WordParagraph): number | null {
    const level = outline ?? this.#styles.levelOf(style)
    return level === null ? null : Math.min(level, 4)
  }
}

/** A table within a cell stands there as its paragraphs. */
function unfolded(block: WordBlock): WordParagraph[] {
  return block.kind === 'paragraph'
    ? [block]
    : block.rows.flatMap((row) => row.flatMap(({ blocks }) => blocks.flatMap(unfolded)))
}

const isEmpty = ({ content }: WordParagraph) =>
  content.every((inline) => inline.type === 'hardBreak' || inline.text.trim() === '')

function textBlock({ content }: WordParagraph, level: number | null): TextBlock {
  return level === null ? { type: 'paragraph', content } : { type: 'heading', attrs: { level }, content }
}
