import { Group, Paper, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { SubserviceOrganisation, SubserviceReport } from '../../shared/contract/subservice.ts'
import { methodWords, uncoveredWords, warningWordsOf } from '../../shared/subservice/organisationWords.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ProseText } from '../records/ProseText.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { ReviewLine } from '../review/ReviewLine.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ReasonForm } from '../ui/ReasonForm.tsx'
import { OrganisationForm } from './OrganisationForm.tsx'
import { ReportEntry } from './ReportEntry.tsx'
import { ReportForm } from './ReportForm.tsx'

type OrganisationCardProps = { engagementId: string; organisation: SubserviceOrganisation }
type Dialog = { kind: 'change' } | { kind: 'remove' } | { kind: 'report'; report: SubserviceReport | null }

/** One organisation: what it does, what is worth a question, and its reports. */
export function OrganisationCard({ engagementId, organisation }: OrganisationCardProps) {
  const reportType = useReportType(engagementId)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const { organisationId, name, service, method, note, controls, reports, warnings, uncoveredDays } = organisation
  const place = useRecordPlace({ kind: 'subserviceOrganisation', id: organisationId })
  const close = () => setDialog(null)
  return (
    <Paper {...place} withBorder p="md" component="article" aria-label={name}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="start">
          <Stack gap={0}>
            <Title order={2} size="h4">
              {name}
            </Title>
            <Text size="sm">
              {service} · {methodWords[method]}
              {method === 'carve_out'
                ? reportType && ` · ${uncoveredWords(uncoveredDays, reportType)}`
                : ` · its controls: ${controls.map(({ ref }) => ref).join(', ') || 'none'}`}
            </Text>
          </Stack>
          <Group gap="xs" wrap="nowrap">
            <ChangeButton size="xs" variant="default" onClick={() => setDialog({ kind: 'report', report: null })}>
              Add its report
            </ChangeButton>
            <ChangeButton
              size="xs"
              variant="default"
              aria-label={`Change ${name}`}
              onClick={() => setDialog({ kind: 'change' })}
            >
              Change
            </ChangeButton>
            <ChangeButton
              size="xs"
              variant="default"
              aria-label={`Remove ${name}`}
              onClick={() => setDialog({ kind: 'remove' })}
            >
              Remove
            </ChangeButton>
          </Group>
        </Group>
        {warnings.map((warning) => (
          <Text key={warning} size="sm">
            ▲ {warningWordsOf(reportType)[warning]}
          </Text>
        ))}
        {note === null ? null : (
          <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
            <ProseText text={note} />
          </Text>
        )}
        {reports.map((report) => (
          <ReportEntry
            key={report.reportId}
            engagementId={engagementId}
            organisation={name}
            report={report}
            onChange={() => setDialog({ kind: 'report', report })}
          />
        ))}
        <ReviewLine target={{ entity: 'subserviceOrganisation', id: organisationId }} />
      </Stack>
      {dialog?.kind === 'change' ? (
        <OrganisationForm engagementId={engagementId} organisation={organisation} onClose={close} />
      ) : null}
      {dialog?.kind === 'report' ? (
        <ReportForm organisationId={organisationId} report={dialog.report} onClose={close} />
      ) : null}
      {dialog?.kind === 'remove' ? <RemoveOrganisation organisation={organisation} onClose={close} /> : null}
    </Paper>
  )
}

function RemoveOrganisation({ organisation, onClose }: { organisation: SubserviceOrganisation; onClose: () => void }) {
  const remove = useEngineCommand('subservice.remove', { quiet: true })
  const { organisationId, name } = organisation
  return (
    <ReasonForm
      title={`Remove ${name}`}
      label="Reason"
      error={remove.error}
      pending={remove.pending}
      onClose={onClose}
      onSubmit={(reason) => void remove.run({ organisationId, reason }).then(onClose, () => undefined)}
    />
  )
}
