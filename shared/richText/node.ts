/** Any part of a rich text, as a walk over it sees it. */
export type RichNode = {
  type: string
  text?: string | undefined
  attrs?:
    | {
        level?: number | undefined
        start?: number | undefined
        colspan?: number | undefined
        rowspan?: number | undefined
      }
    | undefined
  marks?: readonly { type: string }[] | undefined
  content?: readonly RichNode[] | undefined
}

/** @returns whether a value, also one from outside, can be walked over as rich text */
export function isRichNode(value: unknown): value is RichNode {
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return false
  const hasText = !('text' in value) || typeof value.text === 'string'
  return hasText && (!('content' in value) || (Array.isArray(value.content) && value.content.every(isRichNode)))
}

/** @returns whether words are bold, in italics or underlined */
export const isMarked = ({ marks = [] }: RichNode, type: 'bold' | 'italic' | 'underline'): boolean =>
  marks.some((mark) => mark.type === type)

/** @returns whether a node is a list, of either kind */
export const isList = ({ type }: RichNode): boolean => type === 'bulletList' || type === 'orderedList'

/** @returns how many columns a table has: as many as its widest row */
export function columnsOf({ content: rows = [] }: RichNode): number {
  return Math.max(
    1,
    ...rows.map(({ content = [] }) => content.reduce((sum, { attrs }) => sum + (attrs?.colspan ?? 1), 0)),
  )
}

/**
 * The ranks of the headings of a text: its highest level is 0, whatever number it bears, so that it stands right below the title
 * that the text is under.
 */
export function headingRanks(content: readonly RichNode[]): ReadonlyMap<number, number> {
  const levels = new Set(content.flatMap(levelsIn))
  return new Map([...levels].toSorted((one, other) => one - other).map((level, rank) => [level, rank]))
}

function levelsIn({ type, attrs, content = [] }: RichNode): number[] {
  return [...(type === 'heading' ? [attrs?.level ?? 1] : []), ...content.flatMap(levelsIn)]
}
