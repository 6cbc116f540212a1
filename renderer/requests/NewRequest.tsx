import { Button, Modal, Select, Stack } from '@mantine/core'
import { useState } from 'react'
import { goTo } from '../app/goTo.ts'
import { links } from '../app/links.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { areComplete, RequestFields, type RequestWords, saidWords } from './RequestFields.tsx'

/** Writes a request that is not about a sample. */
export function NewRequest({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const create = useEngineCommand('request.create', { quiet: true })
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 })
  const [words, setWords] = useState<RequestWords>({ title: '', text: '', dueOn: '', owner: '', priority: null })
  const [controlId, setControlId] = useState<string | null>(null)
  const submit = () => {
    const about = controlId === null ? {} : { controlId }
    return create.run({ engagementId, kind: 'other', ...about, ...saidWords(words) }).then(
      ({ requestId }) => goTo(links.request(engagementId, requestId)),
      () => undefined,
    )
  }
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
          <Select
            label="Control that it is about"
            placeholder="None"
            searchable
            clearable
            data={(controls.data?.controls ?? []).map(({ controlId: value, ref, title }) => ({
              value,
              label: `${ref} ${title}`,
            }))}
            value={controlId}
            onChange={setControlId}
          />
          <ErrorNote error={create.error} />
          <Button type="submit" loading={create.pending} disabled={!areComplete(words)}>
            Ask
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
