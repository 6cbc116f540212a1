import { Anchor, Text } from '@mantine/core'
import type { Evidence } from '../../shared/contract/evidence.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { recordLink } from '../records/recordLink.ts'

/** Of which file a redacted copy shows a page, by name and hash: the original is kept as it came. */
export function RedactedFrom({ evidence: { engagementId, redactedFrom } }: { evidence: Evidence }) {
  const list = useEngineQuery('evidence.list', { engagementId }, { enabled: redactedFrom !== null })
  const original = list.data?.evidence.find(({ evidenceId }) => evidenceId === redactedFrom)
  if (original === undefined) return null
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      Redacted copy of{' '}
      <Anchor size="sm" href={recordLink(engagementId, { kind: 'evidence', id: original.evidenceId })}>
        {original.name}
      </Anchor>
      , which is kept unchanged: SHA-256 {original.sha256}
    </Text>
  )
}
