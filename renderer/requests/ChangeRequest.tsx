import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Request } from '../../shared/contract/request.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { dateProblem } from '../ui/dateProblem.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { areComplete, RequestFields, saidWords } from './RequestFields.tsx'

/** Changes the words of a request, its due date, its priority, who brings it, or when the client got it. */
export function ChangeRequest({ request, onClose }: { request: Request; onClose: () => void }) {
  const { requestId, ref, title, text, dueOn, owner, priority } = request
  const change = useEngineCommand('request.update', { quiet: true })
  const [words, setWords] = useState({ title, text, dueOn: dueOn ?? '', owner: owner ?? '', priority })
  const [sent, setSent] = useState(request.sentOn ?? '')
  const sentOn = sent.trim() === '' ? null : sent.trim()
  const sentProblem = sentOn === null ? null : dateProblem(sentOn)
  const submit = () =>
    change
      .run({ requestId, dueOn: null, owner: null, priority: null, sentOn, ...saidWords(words) })
      .then(onClose, () => undefined)
  return (
    <Modal opened onClose={onClose} title={`Change ${ref}`} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          <RequestFields words={words} onChange={setWords} />
          <TextInput
            label="Sent on"
            description="Its age is counted from this day."
            placeholder="2026-11-23"
            maw={200}
            value={sent}
            error={sentProblem}
            onChange={(event) => setSent(event.currentTarget.value)}
          />
          <ErrorNote error={change.error} />
          <Button type="submit" loading={change.pending} disabled={!areComplete(words) || sentProblem !== null}>
            Save
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
