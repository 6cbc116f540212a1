import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { FileStanding } from '../../shared/contract/lock.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { RecordForm, type RecordField } from './RecordForm.tsx'

type LateChange = FileStanding['lateChanges'][number]

const opening: readonly RecordField<'circumstances' | 'procedures'>[] = [
  { name: 'circumstances', label: 'Circumstances', description: 'What led to it after the report date.' },
  { name: 'procedures', label: 'Procedures', description: 'What new or further work is done, and what it looks at.' },
]
const closing: readonly RecordField<'conclusions'>[] = [
  { name: 'conclusions', label: 'Conclusions', description: 'What was found, and what it means for the report.' },
]

/** Changes of substance after the report date: each with its circumstances, procedures, conclusions and review. */
export function LateChanges({
  engagementId,
  standing: { phase, lateChanges },
}: {
  engagementId: string
  standing: FileStanding
}) {
  const [isOpening, setOpening] = useState(false)
  const open = useEngineCommand('engagement.openLateChange', { quiet: true })
  const status = useEngineQuery('store.status', {})
  if (phase !== 'after_report' && lateChanges.length === 0) return null
  return (
    <Paper withBorder p="md" component="section" aria-label="Late changes">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          Late changes
        </Title>
        {phase === 'after_report' ? <Button onClick={() => setOpening(true)}>Record a late change</Button> : null}
      </Group>
      <Text size="sm">
        The report is dated. Ordering, signing and filing go on as before; a change of substance is made while its
        record is open.
      </Text>
      <Stack gap="sm" mt="sm">
        {lateChanges.map((change) => (
          <LateChangeEntry
            key={change.lateChangeId}
            change={change}
            isMine={status.data?.practitioner?.practitionerId === change.openedBy.practitionerId}
            isClosed={phase !== 'after_report'}
          />
        ))}
      </Stack>
      {isOpening ? (
        <RecordForm
          title="Late change"
          fields={opening}
          submit="Open the record"
          error={open.error}
          pending={open.pending}
          onSubmit={(values) =>
            void open.run({ engagementId, ...values }).then(
              () => setOpening(false),
              () => undefined,
            )
          }
          onClose={() => setOpening(false)}
        />
      ) : null}
    </Paper>
  )
}

function LateChangeEntry({ change, isMine, isClosed }: { change: LateChange; isMine: boolean; isClosed: boolean }) {
  const [isClosing, setClosing] = useState(false)
  const close = useEngineCommand('engagement.closeLateChange', { quiet: true })
  const review = useEngineCommand('engagement.reviewLateChange', { quiet: true })
  const { lateChangeId, circumstances, procedures, conclusions, openedBy, openedAt, closedAt, reviewedBy, reviewedAt } =
    change
  return (
    <div>
      <Text fw={600}>{`${openedBy.name}, ${instantWords(openedAt)}`}</Text>
      <Text>{`Circumstances: ${circumstances}`}</Text>
      <Text>{`Procedures: ${procedures}`}</Text>
      <Text>{conclusions === null ? 'Open: no conclusions yet.' : `Conclusions: ${conclusions}`}</Text>
      {reviewedBy === null || reviewedAt === null ? null : (
        <Text>{`Reviewed by ${reviewedBy.name}, ${instantWords(reviewedAt)}`}</Text>
      )}
      {isClosed ? null : (
        <Group mt="xs">
          {closedAt === null && isMine ? (
            <Button size="xs" onClick={() => setClosing(true)}>
              Write conclusions
            </Button>
          ) : null}
          {closedAt !== null && reviewedAt === null ? (
            <Button
              size="xs"
              variant="default"
              disabled={isMine}
              loading={review.pending}
              onClick={() => void review.run({ lateChangeId }).catch(() => undefined)}
            >
              {isMine ? 'Somebody else reviews it' : 'Mark as reviewed'}
            </Button>
          ) : null}
        </Group>
      )}
      <ErrorNote error={review.error} />
      {isClosing ? (
        <RecordForm
          title="Conclusions of the late change"
          fields={closing}
          submit="Close the record"
          error={close.error}
          pending={close.pending}
          onSubmit={(values) =>
            void close.run({ lateChangeId, ...values }).then(
              () => setClosing(false),
              () => undefined,
            )
          }
          onClose={() => setClosing(false)}
        />
      ) : null}
    </div>
  )
}
