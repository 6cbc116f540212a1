import { Button, Checkbox, Modal, MultiSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Sample } from '../../shared/contract/sample.ts'
import { sampleRequestText, sampleRequestTitle } from '../../shared/request/sampleWords.ts'
import { links } from '../app/links.ts'
import { goTo } from '../app/goTo.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { areComplete, RequestFields, type RequestWords, saidWords } from './RequestFields.tsx'

/** Makes the request list of a sample: what the client has to bring for each item. */
export function RequestOfSample({ sample, onClose }: { sample: Sample; onClose: () => void }) {
  const { engagementId, sampleId, header } = sample
  const create = useEngineCommand('request.fromSample', { quiet: true })
  const tested = useTestedAttributes(sample)
  const [columns, setColumns] = useState<string[]>([])
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [words, setWords] = useState<RequestWords>({
    title: sampleRequestTitle(sample),
    text: sampleRequestText,
    dueOn: '',
    owner: '',
    priority: null,
  })
  const submit = () => {
    const asked = tested.filter(({ id }) => !leftOut.has(id))
    const attributes = asked.map(({ procedureId, letter }) => ({ procedureId, letter }))
    // Nothing left out also stands for attributes that are written later.
    const chosen = asked.length === tested.length ? {} : { attributes }
    return create.run({ sampleId, columns, ...chosen, ...saidWords(words) }).then(
      ({ requestId }) => goTo(links.request(engagementId, requestId)),
      () => undefined,
    )
  }
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
          {tested.length === 0 ? (
            <Text size="sm">
              No attribute is tested on this sample yet. Those that are written later are on the list.
            </Text>
          ) : (
            <Checkbox.Group
              label="Evidence is asked for"
              value={tested.flatMap(({ id }) => (leftOut.has(id) ? [] : [id]))}
              onChange={(kept) => setLeftOut(new Set(tested.flatMap(({ id }) => (kept.includes(id) ? [] : [id]))))}
            >
              <Stack gap={6} mt={6}>
                {tested.map(({ id, label }) => (
                  <Checkbox key={id} value={id} label={label} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          <Text size="sm">
            The list has one row an item, with a column for each attribute and columns for the answer.
          </Text>
          <ErrorNote error={create.error} />
          <Button type="submit" loading={create.pending} disabled={!areComplete(words)}>
            Make the list
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

/** The attributes that are tested on a sample, of all controls that share it. */
function useTestedAttributes({ engagementId, sampleId, sharedWith }: Sample) {
  const procedures = useEngineQuery('procedure.list', { engagementId })
  const ofSample = (procedures.data?.procedures ?? []).filter((procedure) => procedure.sampleId === sampleId)
  return ofSample.flatMap(({ procedureId, controlRef, attributes }) =>
    attributes.map(({ letter, text }) => ({
      id: `${procedureId}:${letter}`,
      procedureId,
      letter,
      label: sharedWith.length === 0 ? `${letter}: ${text}` : `${controlRef} ${letter}: ${text}`,
    })),
  )
}
