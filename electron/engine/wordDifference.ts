import { diffWordsWithSpace } from 'diff'
import type { DifferencePiece } from '../../shared/contract/difference.ts'

/** Changed words above which texts are shown as replaced: looking for more common ones would take long, and help nobody. */
const mostWords = 2000

/** Share of the letters below which two texts are not the same passage changed. */
const leastInCommon = 0.4

/** @returns what changed from one passage to another, word by word; texts with little in common stand one after the other */
export function wordDifference(before: string, after: string): DifferencePiece[] {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostWords })
  const pieces = changes?.map(({ value, added, removed }): DifferencePiece => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
  return pieces !== undefined && isAlike(pieces) ? wholePhrases(pieces) : replacedText(before, after)
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

/** @returns a text in the place of another one */
export const replacedText = (before: string, after: string): DifferencePiece[] => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
]
