import { Button, Modal, Stack } from '@mantine/core'
import { useState } from 'react'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { areComplete, RequestFields, saidWords } from './RequestFields.tsx'

/** Writes a request that is not about a sample. */
export function NewRequest({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const create = useEngineCommand('request.create', { quiet: true })
  const [words, setWords] = useState({ title: '', text: '', dueOn: '' })
  const submit = () =>
    create.run({ engagementId, kind: 'other', ...saidWords(words) }).then(
      ({ requestId }) => {
        window.location.hash = links.request(engagementId, requestId)
      },
      () => undefined,
    )
  return (
    <Modal opened onClose={onClose} title="Ask the client" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          <RequestFields words={words} onChange={setWords} />
          <ErrorNote error={create.error} />
          <Button type="submit" loading={create.pending} disabled={!areComplete(words)}>
            Ask
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
