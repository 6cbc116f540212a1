import { diffLines, diffWordsWithSpace } from 'diff'
import { blockLines } from '../../shared/report/document.ts'
import type { ShownReport } from './ReportPages.tsx'

/** A piece of text: in both reports, in this one only, or in the other only. */
export type Piece = { kind: 'same' | 'added' | 'removed'; text: string }

/** What differs in a section, passage by passage; none where both say the same. */
export type SectionDifference = { key: string; title: string; passages: Piece[][] }

/** @returns the sections of this report, each with the passages in which the other says something else, word by word */
export function reportDifferences(mine: ShownReport, other: ShownReport): SectionDifference[] {
  return mine.sections.map((section) => {
    const before = other.sections.find(({ key }) => key === section.key)
    return {
      key: section.key,
      title: section.title,
      passages: passages(textOf(before?.blocks ?? []), textOf(section.blocks)),
    }
  })
}

const textOf = (blocks: ShownReport['sections'][number]['blocks']) =>
  `${blocks.flatMap(blockLines).join('\n').replaceAll('\t', '  ')}\n`

/** Lines that changed stand against each other; within them words are compared. */
function passages(before: string, after: string): Piece[][] {
  const changes = diffLines(before, after)
  return changes.flatMap((change, place) => {
    const next = changes[place + 1]
    if (change.removed && next?.added === true) return [words(change.value, next.value)]
    if (change.removed) return [[{ kind: 'removed' as const, text: change.value }]]
    if (change.added && changes[place - 1]?.removed !== true) return [[{ kind: 'added' as const, text: change.value }]]
    return []
  })
}

function words(before: string, after: string): Piece[] {
  return diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}
