import { Stack, Text, Title } from '@mantine/core'
import { partText } from '../../shared/sample/drawWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { CopySentence } from './figures/CopySentence.tsx'
import { FiguresTable } from './figures/FiguresTable.tsx'
import { verdictText } from './figures/figureWords.ts'

/** A control that was tested in two visits: each part of the period by itself, and both together. */
export function PartsEvaluation({ controlId }: { controlId: string }) {
  const { data } = useEngineQuery('sample.evaluateParts', { controlId })
  if (data === undefined || data.parts.length < 2) return null
  const { parts, together, notTogetherBecause } = data
  const lines = parts.map((one) => ({
    ...one,
    key: one.sampleId,
    name: partText(one.part, one.window),
  }))
  return (
    <Stack component="section" gap="xs" aria-label="Parts of the period together">
      <Title order={3}>Parts of the period together</Title>
      <FiguresTable
        of="Part"
        lines={together === null ? lines : [...lines, { ...together, key: 'together', name: 'Together' }]}
      />
      {notTogetherBecause === null ? null : <Text size="sm">{notTogetherBecause}</Text>}
      {together === null ? null : (
        <>
          <Text size="sm">{verdictText(together)}</Text>
          <CopySentence sentence={`${together.sentence} ${together.combinedBecause}`} />
        </>
      )}
    </Stack>
  )
}
