import { Group, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { ListedRequest, RequestPriority } from '../../shared/contract/request.ts'
import { priorities, priorityWords } from '../../shared/request/priority.ts'
import { useRouteParam } from '../app/params.ts'
import { TakePackage } from '../evidence/package/TakePackage.tsx'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { today } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { searchWords, shownRows } from '../ui/shownRows.ts'
import { useKeys } from '../ui/useKeys.ts'
import { ImportRegister } from './ImportRegister.tsx'
import { NewRequest } from './NewRequest.tsx'
import { RequestTable } from './RequestTable.tsx'
import { countWords, priorityChoices, searchText } from './requestWords.ts'

const filters = ['All', 'Not closed', 'Overdue', 'Closed'] as const
type Filter = (typeof filters)[number]

/** What the client was asked for, and what is still missing. */
export function RequestsScreen() {
  const engagementId = useRouteParam('engagementId')
  const list = useEngineQuery('request.list', { engagementId, today: today() })
  const [isWriting, writing] = useDisclosure(false)
  const [isTaking, taking] = useDisclosure(false)
  const [isReceiving, receiving] = useDisclosure(false)
  const [words, setWords] = useState('')
  const [filter, setFilter] = useState<Filter>('Not closed')
  const [priority, setPriority] = useState<RequestPriority | null>(null)
  const search = useRef<HTMLInputElement>(null)
  useKeys([
    { keys: '/', label: 'Find a request', run: () => search.current?.focus() },
    { keys: 'n', label: 'New request', changes: true, run: writing.open },
  ])
  const requests = list.data?.requests ?? []
  const wanted = words.trim().toLowerCase()
  const shown = requests.filter(
    (request) =>
      isShown(filter, request) &&
      (priority === null || request.priority === priority) &&
      searchText(request).includes(wanted),
  )
  const ids = shown.map(({ requestId }) => requestId)
  const filterWords = [
    ...searchWords(words),
    ...(filter === 'All' ? [] : [filter]),
    ...(priority === null ? [] : [`Priority ${priorityWords[priority].toLowerCase()}`]),
  ]
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  return (
    <Screen
      title="Requests"
      subtitle={requests.length === 0 || list.data === undefined ? '' : countWords(list.data.counts)}
      actions={
        <>
          <ListActions
            name="Requests"
            selection={{ list: 'requests', engagementId, ...shownRows(ids, filterWords) }}
            disabled={shown.length === 0}
          />
          <ChangeButton variant="default" onClick={taking.open}>
            Take a list…
          </ChangeButton>
          <ChangeButton variant="default" onClick={receiving.open}>
            Take a package…
          </ChangeButton>
          <ChangeButton onClick={writing.open}>New request</ChangeButton>
        </>
      }
    >
      {list.isPending ? <Loading /> : null}
      <ErrorNote error={list.error} />
      {list.data?.requests.length === 0 ? (
        <EmptyState
          title="Nothing was asked for yet"
          text={
            isOverPeriod
              ? 'A sample asks for its items from its own page; a finding of a population can be asked about; anything else is a request of its own.'
              : 'Ask for what shows the design as of the date: policies, settings, somebody to walk through a control with.'
          }
          action={<ChangeButton onClick={writing.open}>Ask for something</ChangeButton>}
        />
      ) : null}
      {requests.length === 0 ? null : (
        <>
          <Group>
            <TextInput
              ref={search}
              aria-label="Find a request"
              placeholder="Find by number, control or words ( / )"
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
            <Select
              size="xs"
              w={150}
              aria-label="Priority"
              placeholder="Any priority"
              clearable
              data={priorityChoices}
              value={priority}
              onChange={(value) => setPriority(priorities.find((each) => each === value) ?? null)}
            />
          </Group>
          <RequestTable engagementId={engagementId} requests={shown} />
        </>
      )}
      {isTaking ? <ImportRegister engagementId={engagementId} onClose={taking.close} /> : null}
      {isReceiving ? <TakePackage engagementId={engagementId} onClose={receiving.close} /> : null}
      {isWriting ? <NewRequest engagementId={engagementId} onClose={writing.close} /> : null}
    </Screen>
  )
}

function isShown(filter: Filter, { status, overdue }: ListedRequest): boolean {
  if (filter === 'Overdue') return overdue
  if (filter === 'Closed') return status === 'closed'
  return filter === 'All' || status !== 'closed'
}
