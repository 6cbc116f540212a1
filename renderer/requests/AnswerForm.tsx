import { Alert, Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import { canRecord, recordedWords, saidAnswer, valuesOf } from './answerValues.ts'
import { ChangeFields } from '../ui/ChangeFields.tsx'

/** What the client said to a request without items. */
export function AnswerForm({ request }: { request: ResultOf<'request.get'> }) {
  const { requestId, answer, status } = request
  const record = useEngineCommand('request.answer', { quiet: true })
  const [values, setValues] = useState(valuesOf(answer))
  return (
    <Stack maw={640} gap="xs">
      <Title order={2}>Answer</Title>
      {answer === null ? null : (
        <Alert>
          <Text>{answer.answer}</Text>
          <Text size="sm">{[answer.reference, answer.providedOn, answer.note].filter(Boolean).join(' · ')}</Text>
          <Text size="sm">{recordedWords(answer)}</Text>
        </Alert>
      )}
      {status === 'closed' ? null : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void record.run({ requestId, answers: [saidAnswer(values)] }).catch(() => undefined)
          }}
        >
          <ChangeFields>
            <Stack gap="xs">
              <AnswerFields values={values} onChange={setValues} />
              <ErrorNote error={record.error} />
              <Button type="submit" loading={record.pending} disabled={!canRecord(values)} maw={240}>
                Record the answer
              </Button>
            </Stack>
          </ChangeFields>
        </form>
      )}
    </Stack>
  )
}
