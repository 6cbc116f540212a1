import type { RichBlock, RichText } from '../contract/richText.ts'
import { paragraphsOf } from '../richText/paragraphs.ts'

export type ProposedSection = { title: string; content: RichText }

/** Characters of a title; what is longer is cut. */
const longestTitle = 200

/**
 * Parts a document into sections at its main headings: those of the highest level that has more than one, since a single one at
 * the top is its title. What stands before the first is a section of its own, if it says anything.
 */
export function sectionsOf(blocks: readonly RichBlock[], untitled = 'Beginning'): ProposedSection[] {
  const level = mainLevel(blocks)
  const sections: { title: string; blocks: RichBlock[] }[] = []
  for (const block of blocks) {
    const title = block.type === 'heading' && block.attrs.level === level ? wordsOf([block]) : ''
    if (title !== '') sections.push({ title: title.slice(0, longestTitle), blocks: [] })
    else if (sections.length === 0) sections.push({ title: untitled, blocks: [block] })
    else sections.at(-1)?.blocks.push(block)
  }
  return sections
    .filter((section) => section.title !== untitled || wordsOf(section.blocks) !== '')
    .map((section) => ({ title: section.title, content: { type: 'doc', content: section.blocks } }))
}

function mainLevel(blocks: readonly RichBlock[]): number {
  const levels = blocks.flatMap((block) => (block.type === 'heading' ? [block.attrs.level] : []))
  const counted = Map.groupBy(levels, (level) => level)
  const order = [...counted.keys()].toSorted((one, other) => one - other)
  return order.find((level) => (counted.get(level)?.length ?? 0) > 1) ?? order[0] ?? 1
}

const wordsOf = (blocks: RichBlock[]) => paragraphsOf({ type: 'doc', content: blocks }).join(' ').trim()
