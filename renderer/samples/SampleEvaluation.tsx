import { Stack, Text, Title } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { rateWords } from '../ui/rates.ts'
import { CopySentence } from './figures/CopySentence.tsx'
import { figureLines } from './figures/figureLines.ts'
import { FiguresTable } from './figures/FiguresTable.tsx'
import { verdictText } from './figures/figureWords.ts'

/** What the sample shows so far for one control, attribute by attribute, with the sentence for the workpaper. */
export function SampleEvaluation({
  sampleId,
  controlId,
  controlRef,
}: {
  sampleId: string
  controlId: string
  controlRef: string
}) {
  const { data, error } = useEngineQuery('sample.evaluate', { sampleId, controlId })
  const title = `Evaluation for ${controlRef}`
  if (data === undefined) return <ErrorNote error={error} />
  const { attributes, ruleConfidence, sentence } = data
  return (
    <Stack component="section" gap="xs" aria-label={title}>
      <Title order={2}>{title}</Title>
      <FiguresTable of="Attribute" lines={figureLines(data, attributes)} />
      <Text size="sm">{verdictText(data)}</Text>
      {ruleConfidence === null ? null : (
        <Text size="sm">{`The sample was extended: the confidence of the whole rule is ${rateWords(ruleConfidence)}.`}</Text>
      )}
      <CopySentence sentence={sentence} />
    </Stack>
  )
}
