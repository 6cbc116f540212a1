import type { DifferencePiece } from '../../shared/contract/difference.ts'
import { inOrder } from './inOrder.ts'

/** A text held against another one: what only it says is underlined, what only the other says is struck through. */
export function DifferenceText({ pieces }: { pieces: readonly DifferencePiece[] }) {
  return inOrder(pieces).map(({ key, element: { kind, text } }) => {
    if (kind === 'added') return <ins key={key}>{text}</ins>
    if (kind === 'removed') return <del key={key}>{text}</del>
    return <span key={key}>{text}</span>
  })
}
