import { Tabs } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useEngineQuery } from '../engine/hooks.ts'
import { Letters } from '../letters/Letters.tsx'
import { useIdInView } from '../records/useRecordInView.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { ExportedReports } from './ExportedReports.tsx'
import { ExportReport } from './ExportReport.tsx'
import { FirmChoices } from './FirmChoices.tsx'
import { ReportDifference } from './ReportDifference.tsx'
import { ReportPages } from './ReportPages.tsx'
import { ReportProblems } from './ReportProblems.tsx'

/** The report as the papers make it: how it reads, what does not agree, the letters, and what differs from another one. */
export function ReportScreen() {
  const { engagementId = '' } = useParams({ strict: false })
  const letter = useIdInView('letter')
  const [tab, setTab] = useState<string | null>(letter === null ? 'pages' : 'letters')
  const report = useEngineQuery('report.document', { engagementId })
  if (report.data === undefined) return report.isPending ? <Loading /> : <ErrorNote error={report.error} />
  const { document, problems } = report.data
  return (
    <Screen
      title="Report"
      subtitle={`${document.client}, ${document.title}`}
      actions={<ExportReport engagementId={engagementId} />}
    >
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="pages">Preview</Tabs.Tab>
          <Tabs.Tab value="problems">To settle ({problems.length})</Tabs.Tab>
          <Tabs.Tab value="letters">Management's letters</Tabs.Tab>
          <Tabs.Tab value="exports">Exported</Tabs.Tab>
          <Tabs.Tab value="difference">Difference</Tabs.Tab>
          <Tabs.Tab value="choices">Firm's choices</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="pages" pt="md">
          <ReportPages document={document} />
        </Tabs.Panel>
        <Tabs.Panel value="problems" pt="md">
          <ReportProblems engagementId={engagementId} problems={problems} document={document} onOpen={setTab} />
        </Tabs.Panel>
        <Tabs.Panel value="letters" pt="md">
          <Letters engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="exports" pt="md">
          <ExportedReports engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="difference" pt="md">
          <ReportDifference engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="choices" pt="md">
          <FirmChoices />
        </Tabs.Panel>
      </Tabs>
    </Screen>
  )
}
