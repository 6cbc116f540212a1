import { Stack, Title } from '@mantine/core'
import { EvidencePane } from '../evidence/EvidencePane.tsx'

/** The files that came back, and others that the client gave. */
export function ReceivedFiles({ engagementId, requestId }: { engagementId: string; requestId: string }) {
  return (
    <Stack gap="xs">
      <Title order={2}>Files that came back</Title>
      <EvidencePane engagementId={engagementId} target={{ entity: 'request', id: requestId }} of="the request" />
    </Stack>
  )
}
