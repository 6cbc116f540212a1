import { Stack, Title } from '@mantine/core'
import type { EvidenceTarget } from '../../shared/contract/evidence.ts'
import { EvidencePane } from './EvidencePane.tsx'

/** The evidence of a paper as a section of its page. */
export function PaperEvidence({ engagementId, target }: { engagementId: string; target: EvidenceTarget }) {
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        Evidence
      </Title>
      <EvidencePane engagementId={engagementId} target={target} />
    </Stack>
  )
}
