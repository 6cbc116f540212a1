import { Button, Group, Text, Title } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { askShell } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { rateWords, upperLimitWords } from '../ui/rates.ts'

/** What the sample shows so far, with the sentence for the workpaper. */
export function SampleEvaluation({ sampleId }: { sampleId: string }) {
  const found = useEngineQuery('sample.evaluate', { sampleId })
  if (found.data === undefined) return <ErrorNote error={found.error} />
  const {
    drawn,
    examined,
    deviations,
    rate,
    upperLimit,
    deviatingItems,
    confidence,
    tolerableRate,
    supported,
    upperLimitIfNextFails,
    noLimitBecause,
    ruleConfidence,
    sentence,
  } = found.data
  return (
    <section aria-label="Evaluation">
      <Title order={2}>Evaluation</Title>
      <Group>
        <Text>{`${examined} of ${drawn} examined, ${deviations} with a deviation`}</Text>
        {rate === null ? null : <Text>{`rate ${rateWords(rate)}`}</Text>}
        {upperLimit === null ? null : (
          <Text>{`upper limit ${upperLimitWords(upperLimit)}${deviatingItems === null ? '' : `, at most ${deviatingItems} items`}, at ${rateWords(confidence)} confidence`}</Text>
        )}
        {supported === null ? null : (
          <Text>{`${supported ? '✓ supports' : '✗ does not support'} a tolerable rate of ${rateWords(tolerableRate)}`}</Text>
        )}
        {upperLimitIfNextFails === null ? null : (
          <Text>{`if the next one fails ${upperLimitWords(upperLimitIfNextFails)}`}</Text>
        )}
        {ruleConfidence === null ? null : <Text>{`confidence of the whole rule ${rateWords(ruleConfidence)}`}</Text>}
      </Group>
      {noLimitBecause === null ? null : <Text>{noLimitBecause}</Text>}
      <Group>
        <Text fs="italic">{sentence}</Text>
        <Button size="compact-xs" variant="default" onClick={() => void askShell({ kind: 'copyText', text: sentence })}>
          Copy the sentence
        </Button>
      </Group>
    </section>
  )
}
