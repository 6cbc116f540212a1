import { Text } from '@mantine/core'
import type { DifferencePiece } from '../../shared/contract/report.ts'
import { inOrder } from './inOrder.ts'

/** A text as it was and is: what is new is underlined, what is gone is struck through. */
export function Passage({ pieces }: { pieces: readonly DifferencePiece[] }) {
  return (
    <Text size="sm" component="div" style={{ whiteSpace: 'pre-wrap' }}>
      {inOrder(pieces).map(({ key, element: { kind, text } }) => {
        if (kind === 'added') return <ins key={key}>{text}</ins>
        if (kind === 'removed') return <del key={key}>{text}</del>
        return <span key={key}>{text}</span>
      })}
    </Text>
  )
}
