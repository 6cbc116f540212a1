import { diffLines, diffWordsWithSpace } from 'diff'
import type { DifferencePiece, SectionDifference } from '../../../shared/contract/report.ts'
import type { ComparedSection } from '../../../shared/report/comparedLines.ts'

/** Changes above which texts are shown as replaced: looking for more common lines or words would take long, and help nobody. */
const mostLines = 4000
const mostWords = 2000

/** Share of the letters below which two texts are not the same passage changed. */
const leastInCommon = 0.4

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
  if (changes === undefined) return [replaced(before, after)]
  return changes.flatMap((change, place) => {
    const next = changes[place + 1]
    if (change.removed && next?.added === true) return [wordDifferences(change.value, next.value)]
    if (change.removed) return [[{ kind: 'removed' as const, text: change.value }]]
    if (change.added && changes[place - 1]?.removed !== true) return [[{ kind: 'added' as const, text: change.value }]]
    return []
  })
}

/** @returns a text as it was and is, word by word; one after the other where they have little in common */
export function wordDifferences(before: string, after: string): DifferencePiece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostWords })
  const pieces = changes?.map(({ value, added, removed }): DifferencePiece => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
  return pieces !== undefined && isAlike(pieces) ? wholePhrases(pieces) : replaced(before, after)
}

/** Words that changed one after the other are one phrase: the spaces and signs between them are no text in common. */
function wholePhrases(pieces: readonly DifferencePiece[]): DifferencePiece[] {
  const whole: DifferencePiece[] = []
  let removed = ''
  let added = ''
  const end = () => {
    if (removed.trim() !== '') whole.push({ kind: 'removed', text: removed })
    if (added.trim() !== '') whole.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [place, piece] of pieces.entries()) {
    const next = pieces[place + 1]?.kind ?? 'same'
    const isBetween = removed + added !== '' && next !== 'same' && !/[\p{L}\p{N}]/u.test(piece.text)
    if (piece.kind === 'same' && !isBetween) {
      end()
      whole.push(piece)
      continue
    }
    if (piece.kind !== 'added') removed += piece.text
    if (piece.kind !== 'removed') added += piece.text
  }
  end()
  return whole
}

/** Texts that have little in common are shown one after the other: words between each other would say nothing. */
function isAlike(pieces: readonly DifferencePiece[]): boolean {
  const letters = (of: readonly DifferencePiece['kind'][]) =>
    pieces.reduce((sum, { kind, text }) => sum + (of.includes(kind) ? text.replaceAll(/\s/g, '').length : 0), 0)
  const longer = Math.max(letters(['same', 'added']), letters(['same', 'removed']))
  return letters(['same']) >= longer * leastInCommon
}

const replaced = (before: string, after: string): DifferencePiece[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
]
