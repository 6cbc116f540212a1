import { Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { FileStanding } from '../../shared/contract/lock.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { AddendumFiles } from './AddendumFiles.tsx'
import { RecordForm, type RecordField } from './RecordForm.tsx'

type Addendum = FileStanding['addenda'][number]
type AddendumProps = { engagementId: string; addendum: Addendum; isMine: boolean }

const fields: readonly RecordField<'reason' | 'changed' | 'effectOnConclusions'>[] = [
  { name: 'reason', label: 'Reason', description: 'Why the file is added to after its lock.' },
  { name: 'changed', label: 'What is added or changed', description: 'With the paper that it belongs to.' },
  { name: 'effectOnConclusions', label: 'Effect on conclusions', description: 'Also where there is none.' },
]

/** The lock as it was signed, and what came to the file after it. */
export function Archive({ engagementId, standing }: { engagementId: string; standing: FileStanding }) {
  const [isAdding, setAdding] = useState(false)
  const add = useEngineCommand('engagement.addendum', { quiet: true })
  const status = useEngineQuery('store.status', {})
  const { lock, addenda, besideLock } = standing
  if (lock === null) return null
  return (
    <Paper withBorder p="md" component="section" aria-label="Lock and addenda">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">{`Locked by ${lock.by.name}, ${instantWords(lock.at)}`}</Title>
        <Button onClick={() => setAdding(true)}>Add an addendum</Button>
      </Group>
      {lock.heads.map(({ deviceId, seq, words }) => (
        <Text key={deviceId} size="sm">
          {`Signed at entry ${seq}: `}
          <Code>{words}</Code>
        </Text>
      ))}
      {besideLock.length === 0 ? null : (
        <Text mt="xs">
          {`${besideLock.length} entries were written elsewhere without knowing of the lock. An addendum has to say why and what they change.`}
        </Text>
      )}
      <Stack gap="sm" mt="sm">
        {addenda.length === 0 ? <Text size="sm">No addendum so far.</Text> : null}
        {addenda.map((addendum) => (
          <AddendumEntry
            key={addendum.addendumId}
            engagementId={engagementId}
            addendum={addendum}
            isMine={status.data?.practitioner?.practitionerId === addendum.by.practitionerId}
          />
        ))}
      </Stack>
      {isAdding ? (
        <RecordForm
          title="Addendum"
          fields={fields}
          submit="Add to the file"
          error={add.error}
          pending={add.pending}
          onSubmit={(values) =>
            void add.run({ engagementId, ...values, ...(besideLock.length === 0 ? {} : { entries: besideLock }) }).then(
              () => setAdding(false),
              () => undefined,
            )
          }
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Paper>
  )
}

function AddendumEntry({ engagementId, addendum, isMine }: AddendumProps) {
  const review = useEngineCommand('engagement.reviewAddendum', { quiet: true })
  const { addendumId, reason, changed, effectOnConclusions, by, at, reviewedBy, reviewedAt, entries } = addendum
  return (
    <article aria-label={`Addendum of ${instantWords(at)}`}>
      <Text fw={600}>{`${by.name}, ${instantWords(at)}`}</Text>
      <Text>{`Reason: ${reason}`}</Text>
      <Text>{`Added or changed: ${changed}`}</Text>
      <Text>{`Effect on conclusions: ${effectOnConclusions}`}</Text>
      {entries.length === 0 ? null : <Text size="sm">{`Speaks of ${entries.length} entries of other devices.`}</Text>}
      <AddendumFiles engagementId={engagementId} addendum={addendum} isMine={isMine} />
      {reviewedBy === null || reviewedAt === null ? (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          disabled={isMine}
          loading={review.pending}
          onClick={() => void review.run({ addendumId }).catch(() => undefined)}
        >
          {isMine ? 'Somebody else reviews it' : 'Mark as reviewed'}
        </Button>
      ) : (
        <Text>{`Reviewed by ${reviewedBy.name}, ${instantWords(reviewedAt)}`}</Text>
      )}
      <ErrorNote error={review.error} />
    </article>
  )
}
