import { Alert, Button, Checkbox, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Population } from '../../shared/contract/population.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { checkWords, isSettledByRow } from './findings/checkWords.ts'
import { openFindings } from './findings/openFindings.ts'
import { ProseInput } from '../records/ProseInput.tsx'
import { ChangeFields } from '../ui/ChangeFields.tsx'

/** Whether the list is complete and accurate: a person's conclusion, needed before a draw. */
export function ConclusionForm({ population }: { population: Population }) {
  const { populationId, conclusion } = population
  const conclude = useEngineCommand('population.conclude', { quiet: true })
  const reopen = useEngineCommand('population.reopen', { quiet: true })
  const [complete, setComplete] = useState(false)
  const [accurate, setAccurate] = useState(false)
  const [text, setText] = useState('')
  const open = openFindings(population).length
  const undecided = population.findings.flatMap(({ check, decision }) =>
    decision === null && !isSettledByRow(check) ? [check] : [],
  )
  const run =
    conclusion === null
      ? () => conclude.run({ populationId, complete, accurate, procedure: text })
      : () => reopen.run({ populationId, reason: text })
  const submit = () =>
    run().then(
      () => setText(''),
      () => undefined,
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <ChangeFields>
        <Stack gap="xs">
          <Title order={2}>Completeness and accuracy</Title>
          {conclusion === null ? (
            <>
              <Checkbox
                label="The population is complete"
                checked={complete}
                onChange={(event) => setComplete(event.currentTarget.checked)}
              />
              <Checkbox
                label="The population is accurate"
                checked={accurate}
                onChange={(event) => setAccurate(event.currentTarget.checked)}
              />
            </>
          ) : (
            <Alert title={conclusion.complete && conclusion.accurate ? 'Complete and accurate' : 'Not relied on'}>
              <Text>{conclusion.procedure}</Text>
              <Text size="sm">{`${conclusion.by}, ${instantWords(conclusion.at)}`}</Text>
              {conclusion.openChecks.length === 0 ? null : (
                <Text size="sm">{`Taken while these were open: ${conclusion.openChecks.map((check) => checkWords[check]).join(', ')}`}</Text>
              )}
            </Alert>
          )}
          <ProseInput
            label={conclusion === null ? 'What was done to conclude so' : 'Reason to take the conclusion back'}
            minRows={3}
            value={text}
            onChange={setText}
          />
          {population.reopenedBecause === null ? null : (
            <Text size="sm">{`An earlier conclusion was taken back: ${population.reopenedBecause}`}</Text>
          )}
          {undecided.length > 0 && conclusion === null ? (
            <Text size="sm">{`Not decided yet, and recorded with the conclusion: ${undecided.map((check) => checkWords[check]).join(', ')}.`}</Text>
          ) : null}
          {open > 0 && conclusion === null ? <Text>{`Settle the ${open} open findings first.`}</Text> : null}
          <ErrorNote error={conclude.error ?? reopen.error} />
          <Button
            type="submit"
            variant={conclusion === null ? 'filled' : 'default'}
            loading={conclude.pending || reopen.pending}
            disabled={text.trim() === '' || (conclusion === null && open > 0)}
          >
            {conclusion === null ? 'Conclude' : 'Take the conclusion back'}
          </Button>
        </Stack>
      </ChangeFields>
    </form>
  )
}
