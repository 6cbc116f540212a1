import { Group, Stack, Text } from '@mantine/core'
import type { SubserviceReport } from '../../shared/contract/subservice.ts'
import { coverageWords } from '../../shared/subservice/organisationWords.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { EvidencePane } from '../evidence/EvidencePane.tsx'
import { ProseText } from '../records/ProseText.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { daysOf } from './words.ts'

type ReportEntryProps = {
  engagementId: string
  organisation: string
  report: SubserviceReport
  onChange: () => void
}

/** One report of an organisation: its days against ours, its opinion, and the file itself. */
export function ReportEntry({ engagementId, organisation, report, onChange }: ReportEntryProps) {
  const reportType = useReportType(engagementId)
  const remove = useEngineCommand('subservice.removeReport')
  const { reportId, title, auditor, opinion, exceptions, cuecsConsidered } = report
  const place = useRecordPlace({ kind: 'subserviceReport', id: reportId })
  const which = `${title} of ${organisation}, ${daysOf(report)}`
  return (
    <Stack {...place} gap={4} component="article" aria-label={which}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <Text size="sm">
          <strong>{title}</strong>
          {auditor === null ? '' : ` by ${auditor}`} · {daysOf(report)} · {opinion}
        </Text>
        <Group gap="xs" wrap="nowrap">
          <ChangeButton size="compact-xs" variant="default" aria-label={`Change ${which}`} onClick={onChange}>
            Change
          </ChangeButton>
          <ChangeButton
            size="compact-xs"
            variant="default"
            aria-label={`Remove ${which}`}
            loading={remove.pending}
            onClick={() => void remove.run({ reportId }).catch(() => undefined)}
          >
            Remove
          </ChangeButton>
        </Group>
      </Group>
      {reportType === undefined ? null : <Text size="sm">It {coverageWords(report, reportType)}.</Text>}
      {exceptions === null ? null : (
        <Text size="sm">
          Exceptions: <ProseText text={exceptions} />
        </Text>
      )}
      {cuecsConsidered === null ? null : (
        <Text size="sm">
          Its CUECs: <ProseText text={cuecsConsidered} />
        </Text>
      )}
      <EvidencePane engagementId={engagementId} target={{ entity: 'subserviceReport', id: reportId }} of={which} />
    </Stack>
  )
}
