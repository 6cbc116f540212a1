import { Anchor, Group, Text } from '@mantine/core'
import { links } from '../app/links.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { today } from '../ui/dates.ts'
import { statusWords } from './requestWords.ts'

/** The requests that ask for the items of a sample, and where they stand. */
export function RequestsOfSample({ engagementId, sampleId }: { engagementId: string; sampleId: string }) {
  const list = useEngineQuery('request.list', { engagementId, sampleId, today: today() })
  const requests = list.data?.requests ?? []
  if (requests.length === 0) return null
  return (
    <Group gap="md">
      <Text>Asked for in</Text>
      {requests.map((request) => (
        <Text key={request.requestId}>
          <Anchor href={links.request(engagementId, request.requestId)}>{request.ref}</Anchor>
          {` (${statusWords(request, today())}, ${request.answered} of ${request.asked} answered)`}
        </Text>
      ))}
    </Group>
  )
}
