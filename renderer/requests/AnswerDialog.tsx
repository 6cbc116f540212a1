import { Button, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RequestItem } from '../../shared/contract/request.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { AnswerFields } from './AnswerFields.tsx'
import { canRecord, recordedWords, saidAnswer, valuesOf } from './answerValues.ts'

/** Records what the client said to one item. */
export function AnswerDialog({
  requestId,
  item,
  onClose,
}: {
  requestId: string
  item: RequestItem
  onClose: () => void
}) {
  const record = useEngineCommand('request.answer', { quiet: true })
  const [values, setValues] = useState(valuesOf(item.answer))
  const submit = () =>
    record
      .run({ requestId, answers: [{ sampleItemId: item.sampleItemId, ...saidAnswer(values) }] })
      .then(onClose, () => undefined)
  return (
    <Modal opened onClose={onClose} title={`Answer to item ${item.order}, ${item.itemId}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          {item.answer === null ? null : <Text size="sm">{recordedWords(item.answer)}</Text>}
          <AnswerFields values={values} onChange={setValues} />
          <ErrorNote error={record.error} />
          <Button type="submit" loading={record.pending} disabled={!canRecord(values)}>
            Record
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
