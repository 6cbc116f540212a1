import { Anchor, Group, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { ageInDays, dueWords } from '../../shared/request/due.ts'
import { priorityWords } from '../../shared/request/priority.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ProseText } from '../records/ProseText.tsx'
import { ReferredTo } from '../records/ReferredTo.tsx'
import { PaperReview } from '../review/PaperReview.tsx'
import { instantWords, today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { ReceivedFiles } from './ReceivedFiles.tsx'
import { RequestActions } from './RequestActions.tsx'
import { RequestItems } from './RequestItems.tsx'
import { RequestStatus } from './RequestStatus.tsx'
import { ageWords } from './requestWords.ts'

/** One request: its words, its items, and what the client said. */
export function RequestScreen() {
  const requestId = useRouteParam('requestId')
  const found = useEngineQuery('request.get', { requestId })
  if (found.data === undefined) return found.isPending ? <Loading /> : <ErrorNote error={found.error} />
  const request = found.data
  const { engagementId, ref, title, text, createdBy, createdAt, dueOn, owner, priority, sentOn, closedAt, receivedAt } =
    request
  const age = ageInDays({ ...request, doneAt: closedAt ?? receivedAt }, today())
  return (
    <Screen
      title={`${ref} ${title}`}
      subtitle={`Asked by ${createdBy}, ${instantWords(createdAt)}`}
      actions={<RequestActions key={requestId} request={request} />}
    >
      <Group gap="lg">
        <RequestStatus request={request} />
        {owner === null ? null : <Text>{`Owner: ${owner}`}</Text>}
        {priority === null ? null : <Text>{`Priority: ${priorityWords[priority].toLowerCase()}`}</Text>}
        {dueOn === null ? null : <Text>{`Due ${dueWords(request, today())}`}</Text>}
        {sentOn === null ? null : <Text>{`Sent ${sentOn}`}</Text>}
        <Text>{ageWords(age, request.status !== 'open')}</Text>
        <Text>{`${request.answered} of ${request.asked} answered`}</Text>
        <About request={request} />
      </Group>
      <Text maw="80ch" style={{ whiteSpace: 'pre-line' }}>
        <ProseText text={text} />
      </Text>
      <Closing request={request} />
      <ReferredTo record={{ kind: 'request', id: requestId }} />
      {/* What is typed for one request must not stand under the next. */}
      <Fragment key={requestId}>
        {request.sampleId === null ? <AnswerForm request={request} /> : <RequestItems request={request} />}
      </Fragment>
      <ReceivedFiles engagementId={engagementId} requestId={requestId} />
      <PaperReview target={{ entity: 'request', id: requestId }} />
    </Screen>
  )
}

function About({ request }: { request: ResultOf<'request.get'> }) {
  const { engagementId, sampleId, populationId, controlId, subject } = request
  if (sampleId !== null)
    return <Anchor href={links.sample(engagementId, sampleId)}>{`Sample of ${subject ?? ''}`}</Anchor>
  if (populationId !== null) return <Anchor href={links.population(engagementId, populationId)}>{subject}</Anchor>
  if (controlId !== null) return <Anchor href={links.control(engagementId, controlId)}>{subject}</Anchor>
  return null
}

function Closing({ request }: { request: ResultOf<'request.get'> }) {
  const { closedBecause, closedBy, closedAt, reopenedBecause } = request
  if (closedBecause !== null) {
    const stamp = closedAt === null ? '' : ` (${closedBy ?? ''}, ${instantWords(closedAt)})`
    return (
      <Text>
        Closed: <ProseText text={closedBecause} />
        {stamp}
      </Text>
    )
  }
  if (reopenedBecause === null) return null
  return (
    <Text>
      Opened again: <ProseText text={reopenedBecause} />
    </Text>
  )
}
