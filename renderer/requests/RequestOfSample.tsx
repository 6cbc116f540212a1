import { Button, Modal, MultiSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Sample } from '../../shared/contract/sample.ts'
import { links } from '../app/links.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { areComplete, RequestFields, saidWords } from './RequestFields.tsx'

/** Makes the request list of a sample: what the client has to bring for each item. */
export function RequestOfSample({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const { engagementId, sampleId, controlRef, populationName, header, items } = sample
  const create = useEngineCommand('request.fromSample', { quiet: true })
  const [columns, setColumns] = useState<string[]>([])
  const [words, setWords] = useState({
    title: `${controlRef}: ${items.length} items of ${populationName}`,
    text: 'For each item, please provide what shows how it was handled, and say where it is.',
    dueOn: '',
  })
  const submit = () =>
    create.run({ sampleId, columns, ...saidWords(words) }).then(
      ({ requestId }) => {
        window.location.hash = links.request(engagementId, requestId)
      },
      () => undefined,
    )
  return (
    <Modal opened onClose={onClose} title="Request list for the client" size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Stack>
          <RequestFields words={words} onChange={setWords} />
          <MultiSelect
            label="Columns that help the client to find an item"
            data={header.filter((column) => column !== '')}
            value={columns}
            onChange={setColumns}
          />
          <Text size="sm">The list has one row an item, with the attributes tested and columns for the answer.</Text>
          <ErrorNote error={create.error} />
          <Button type="submit" loading={create.pending} disabled={!areComplete(words)}>
            Make the list
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
