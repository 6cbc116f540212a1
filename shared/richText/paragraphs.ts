import type { Inline, RichText } from '../contract/richText.ts'
import type { RichNode } from './node.ts'

/**
 * The texts of a document in reading order: each paragraph, heading and list item is one, and each row of a table, its cells
 * parted by ` | `. What has no words is left out.
 */
export function paragraphsOf({ content = [] }: RichText | RichNode): string[] {
  return content.flatMap(textsOf).filter((text) => text !== '')
}

/** @returns a document as plain text, one line for each of its paragraphs */
export const plainTextOf = (document: RichText | RichNode): string => paragraphsOf(document).join('\n')

function textsOf(node: RichNode): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return [inlineText(node.content ?? [])]
  const inner = node.content ?? []
  if (node.type !== 'tableRow') return inner.flatMap(textsOf)
  const cells = inner.map((cell) => (cell.content ?? []).flatMap(textsOf).join(' ').trim())
  return [cells.every((cell) => cell === '') ? '' : cells.join(' | ')]
}

/** @returns the words of a line, its spaces as a reader sees them */
function inlineText(content: readonly RichNode[]): string {
  return content
    .map(({ text }) => text ?? ' ')
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** @returns a document of plain paragraphs, one for each line that says something */
export function documentOf(text: string): RichText {
  const lines = text.split('\n').map((line) => line.trim())
  return {
    type: 'doc',
    content: lines
      .filter((line) => line !== '')
      .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line } satisfies Inline] })),
  }
}
