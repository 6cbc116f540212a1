import { diffLines } from 'diff'
import type { DifferencePiece } from '../../../shared/contract/difference.ts'
import type { SectionDifference } from '../../../shared/contract/report.ts'
import type { ComparedSection } from '../../../shared/report/comparedLines.ts'
import { replacedText, wordDifference } from '../wordDifference.ts'

/** Changed lines above which texts are shown as replaced: looking for more common ones would take long, and help nobody. */
const mostLines = 4000

/** @returns the sections of this report, each with the passages in which the other says something else, word by word */
export function reportDifferences(
  mine: readonly ComparedSection[],
  other: readonly ComparedSection[],
): SectionDifference[] {
  return mine.map(({ key, title, lines }) => ({
    key,
    title,
    passages: passages(textOf(other.find((section) => section.key === key)?.lines ?? []), textOf(lines)),
  }))
}

const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')

/** Lines that changed stand against each other; within them words are compared. */
function passages(before: string, after: string): DifferencePiece[][] {
  const changes = diffLines(before, after, { maxEditLength: mostLines })
  if (changes === undefined) return [replacedText(before, after)]
  return changes.flatMap((change, place) => {
    const next = changes[place + 1]
    if (change.removed && next?.added === true) return [wordDifference(change.value, next.value)]
    if (change.removed) return [[{ kind: 'removed' as const, text: change.value }]]
    if (change.added && changes[place - 1]?.removed !== true) return [[{ kind: 'added' as const, text: change.value }]]
    return []
  })
}
