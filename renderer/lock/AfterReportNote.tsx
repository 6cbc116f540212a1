import { Alert, Anchor } from '@mantine/core'
import { IconCalendarCheck } from '@tabler/icons-react'
import type { FileStanding } from '../../shared/contract/lock.ts'
import { links } from '../app/links.ts'
import { useEngineQuery } from '../engine/hooks.ts'

/** Above every screen of a file whose report is dated: what a change of substance needs, and the record that is open for it. */
export function AfterReportNote({ engagementId, standing }: { engagementId: string; standing: FileStanding }) {
  const me = useEngineQuery('store.status', {}).data?.practitioner?.practitionerId
  const { phase, dates, lateChanges } = standing
  if (phase !== 'after_report') return null
  const open = lateChanges.find(({ openedBy, closedAt }) => closedAt === null && openedBy.practitionerId === me)
  return (
    <Alert role="status" variant="default" icon={<IconCalendarCheck aria-hidden />} radius={0} py="xs">
      {`The report is dated ${dates.reportOn ?? ''}. `}
      {open === undefined
        ? 'Before a change of substance, '
        : `Changes of substance go with the late change that is open: ${open.circumstances} `}
      <Anchor href={links.gates(engagementId)}>
        {open === undefined ? 'record the late change' : 'Write its conclusions'}
      </Anchor>
      .
    </Alert>
  )
}
