import { Stack, Title } from '@mantine/core'
import type { EvidenceTarget } from '../../shared/contract/evidence.ts'
import { EvidencePane } from './EvidencePane.tsx'

/** The evidence of a paper as a section of its page. */
export function PaperEvidence({
  engagementId,
  target,
  of,
}: {
  engagementId: string
  target: EvidenceTarget
  of: string
}) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Evidence
      </Title>
      <EvidencePane engagementId={engagementId} target={target} of={of} />
    </Stack>
  )
}
