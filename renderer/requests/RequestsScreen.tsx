import { Alert, Button, Group, SegmentedControl, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { today } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { NewRequest } from './NewRequest.tsx'
import { RequestTable } from './RequestTable.tsx'
import { searchText, statusWords } from './requestWords.ts'

const filters = ['All', 'Not closed', 'Overdue', 'Closed'] as const
type Filter = (typeof filters)[number]

/** What the client was asked for, and what is still missing. */
export function RequestsScreen() {
  const engagementId = useRouteParam('engagementId')
  const list = useEngineQuery('request.list', { engagementId, today: today() })
  const [isWriting, writing] = useDisclosure(false)
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<Filter>('Not closed')
  const requests = list.data?.requests ?? []
  const shown = requests.filter(
    (request) =>
      isShown(filter, statusWords(request, today())) && searchText(request).includes(words.trim().toLowerCase()),
  )
  return (
    <Screen
      title="Requests"
      subtitle="What the client was asked for, and what is still missing."
      actions={
        <>
          <Register engagementId={engagementId} disabled={requests.length === 0} />
          <Button onClick={writing.open}>New request</Button>
        </>
      }
    >
      {list.isPending ? <Loading /> : null}
      <ErrorNote error={list.error} />
      {list.data?.requests.length === 0 ? (
        <EmptyState
          title="Nothing was asked for yet"
          text="A sample asks for its items from its own page; a finding of a population can be asked about; anything else is a request of its own."
          action={<Button onClick={writing.open}>Ask for something</Button>}
        />
      ) : null}
      {requests.length === 0 ? null : (
        <>
          <Group>
            <TextInput
              aria-label="Filter requests"
              placeholder="Filter by number, control or words"
              w={320}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <SegmentedControl
              size="xs"
              aria-label="Status"
              data={[...filters]}
              value={filter}
              onChange={(value) => setFilter(filters.find((each) => each === value) ?? 'All')}
            />
          </Group>
          <RequestTable engagementId={engagementId} requests={shown} />
        </>
      )}
      {isWriting ? <NewRequest engagementId={engagementId} onClose={writing.close} /> : null}
    </Screen>
  )
}

function isShown(filter: Filter, status: string): boolean {
  if (filter === 'Overdue') return status === 'overdue'
  if (filter === 'Closed') return status === 'closed'
  return filter === 'All' || status !== 'closed'
}

/** Writes all requests that are not closed as one list. */
function Register({ engagementId, disabled }: { engagementId: string; disabled: boolean }) {
  const write = useEngineCommand('request.exportRegister')
  const [written, setWritten] = useState<ResultOf<'request.exportRegister'> | null>(null)
  const run = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Requests', suggestedName: 'requests.xlsx' })
    if (place === null) return
    await write.run({ engagementId, file: fileRef(place.token), today: today() }).then(setWritten, () => undefined)
  }
  return (
    <>
      {written === null ? null : <Alert p="xs" role="status">{`${written.requests} requests were written.`}</Alert>}
      <Button variant="default" disabled={disabled} loading={write.pending} onClick={() => void run()}>
        Export the list…
      </Button>
    </>
  )
}
