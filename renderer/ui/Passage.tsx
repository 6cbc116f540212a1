import { Text } from '@mantine/core'
import type { DifferencePiece } from '../../shared/contract/difference.ts'
import { DifferenceText } from './DifferenceText.tsx'

/** A paragraph as it was and is: what is new is underlined, what is gone is struck through. */
export function Passage({ pieces }: { pieces: readonly DifferencePiece[] }) {
  return (
    <Text size="sm" component="div" style={{ whiteSpace: 'pre-wrap' }}>
      <DifferenceText pieces={pieces} />
    </Text>
  )
}
