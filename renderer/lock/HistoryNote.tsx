import { Alert, Button, List, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import type { HistoryNotice } from '../../shared/contract/store.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ReasonForm } from '../ui/ReasonForm.tsx'

/** Above every screen of a store that is older than it was seen: what is missing, and that somebody accepts it with a reason. */
export function HistoryNote() {
  const status = useEngineQuery('store.status', {})
  return (status.data?.notices ?? []).map((notice) => <NoticeAlert key={notice.noticeId} notice={notice} />)
}

function NoticeAlert({ notice: { noticeId, foundAt, lost } }: { notice: HistoryNotice }) {
  const [isAccepting, setAccepting] = useState(false)
  const accept = useEngineCommand('store.acceptHistory', { quiet: true })
  return (
    <Alert
      role="alert"
      color="red"
      icon={<IconHistory aria-hidden />}
      radius={0}
      title="This store is older than it was"
    >
      <Text size="sm">{`Found ${instantWords(foundAt)}, and journaled. Nothing is written until it is accepted.`}</Text>
      <List size="sm">
        {lost.map(({ engagementId, client, seenSeq, seenWords, endsAt, problem }) => (
          <List.Item key={`${engagementId} ${seenSeq}`}>
            {problem === 'older'
              ? `${client ?? 'The store itself'}: entry ${seenSeq} was seen (${seenWords}), the journal ends at ${endsAt}.`
              : `${client ?? 'The store itself'}: entry ${seenSeq} is another one than was seen (${seenWords}).`}
          </List.Item>
        ))}
      </List>
      <Button mt="xs" size="xs" variant="default" onClick={() => setAccepting(true)}>
        Accept with a reason…
      </Button>
      {isAccepting ? (
        <ReasonForm
          title="Accept the older store"
          label="Reason, such as a backup that was put back"
          error={accept.error}
          pending={accept.pending}
          onSubmit={(reason) =>
            void accept.run({ noticeId, reason }).then(
              () => setAccepting(false),
              () => undefined,
            )
          }
          onClose={() => setAccepting(false)}
        />
      ) : null}
    </Alert>
  )
}
