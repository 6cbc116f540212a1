import { Anchor, Group, Text } from '@mantine/core'
import type { ResultOf } from '../../shared/contract/index.ts'
import { dueWords } from '../../shared/request/due.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { instantWords, today } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { RequestActions } from './RequestActions.tsx'
import { RequestItems } from './RequestItems.tsx'
import { RequestStatus } from './RequestTable.tsx'

/** One request: its words, its items, and what the client said. */
export function RequestScreen() {
  const requestId = useRouteParam('requestId')
  const found = useEngineQuery('request.get', { requestId })
  if (found.data === undefined) return found.isPending ? <Loading /> : <ErrorNote error={found.error} />
  const request = found.data
  return (
    <Screen
      title={`${request.ref} ${request.title}`}
      subtitle={`Asked by ${request.createdBy}, ${instantWords(request.createdAt)}`}
      actions={<RequestActions request={request} />}
    >
      <Group gap="lg">
        <RequestStatus request={request} />
        {request.dueOn === null ? null : <Text>{`Due ${dueWords(request, today())}`}</Text>}
        <Text>{`${request.answered} of ${request.asked} answered`}</Text>
        <About request={request} />
      </Group>
      <Text maw="80ch">{request.text}</Text>
      {request.closedBecause === null ? null : <Text>{`Closed: ${request.closedBecause}`}</Text>}
      {request.sampleId === null ? <AnswerForm request={request} /> : <RequestItems request={request} />}
    </Screen>
  )
}

function About({ request }: { request: ResultOf<'request.get'> }) {
  const { engagementId, sampleId, populationId, subject } = request
  if (sampleId !== null)
    return <Anchor href={links.sample(engagementId, sampleId)}>{`Sample of ${subject ?? ''}`}</Anchor>
  if (populationId !== null) return <Anchor href={links.population(engagementId, populationId)}>{subject}</Anchor>
  return null
}
