import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import type { Request } from '../../shared/contract/request.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { areComplete, RequestFields, saidWords } from './RequestFields.tsx'

/** Changes the words or the due date of a request. */
export function ChangeRequest({ request, onClose }: { request: Request; onClose: () => void }) {
  const { requestId, ref, title, text, dueOn } = request
  const change = useEngineCommand('request.update', { quiet: true })
  const [words, setWords] = useState({ title, text, dueOn: dueOn ?? '' })
  const submit = () => change.run({ requestId, dueOn: null, ...saidWords(words) }).then(onClose, () => undefined)
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
          <ErrorNote error={change.error} />
          <Button type="submit" loading={change.pending} disabled={!areComplete(words)}>
            Save
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
