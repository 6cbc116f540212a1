import { Stack } from '@mantine/core'
import type { Evidence } from '../../shared/contract/evidence.ts'
import { EvidenceFacts } from './EvidenceFacts.tsx'
import { EvidenceFlags } from './EvidenceFlags.tsx'
import { EvidenceLinks } from './EvidenceLinks.tsx'
import { RedactedFrom } from './RedactedFrom.tsx'
import { EvidenceViewer } from './viewer/EvidenceViewer.tsx'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { ReferredTo } from '../records/ReferredTo.tsx'

/** One file: what it shows, what is known of it, what it supports. */
export function EvidenceDetail({ evidence, onRemoved }: { evidence: Evidence; onRemoved: () => void }) {
  return (
    <Stack gap="sm" component="section" aria-label={evidence.name}>
      <EvidenceFlags evidence={evidence} />
      <RedactedFrom evidence={evidence} />
      <EvidenceViewer key={evidence.evidenceId} evidence={evidence} />
      <EvidenceFacts key={`facts ${evidence.evidenceId}`} evidence={evidence} />
      <ReferredTo record={{ kind: 'evidence', id: evidence.evidenceId }} />
      <EvidenceLinks evidence={evidence} onRemoved={onRemoved} />
      <ReviewLine target={{ entity: 'evidence', id: evidence.evidenceId }} />
    </Stack>
  )
}
