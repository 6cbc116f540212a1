import { Badge, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Evidence } from '../../shared/contract/evidence.ts'
import { flagWordsOf } from '../../shared/evidence/evidenceWords.ts'
import { useReportType } from '../engagements/useReportType.ts'

/** What is worth a question about a file, in words. */
export function EvidenceFlags({ evidence: { engagementId, flags, redactedFrom } }: { evidence: Evidence }) {
  const words = flagWordsOf(useReportType(engagementId))
  if (flags.length === 0 && redactedFrom === null) return null
  return (
    <Group gap={4}>
      {flags.map((flag) => (
        <Badge
          key={flag}
          color="yellow"
          variant="light"
          tt="none"
          maw="none"
          autoContrast
          c="var(--mantine-color-text)"
          leftSection={<IconAlertTriangle size={12} aria-hidden />}
        >
          {words[flag]}
        </Badge>
      ))}
      {redactedFrom === null ? null : <Badge variant="outline">redacted</Badge>}
    </Group>
  )
}
