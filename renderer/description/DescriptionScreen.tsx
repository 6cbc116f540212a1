import { Tabs } from '@mantine/core'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { usePlaceInView } from '../records/useRecordInView.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Checklist } from './Checklist.tsx'
import { Sections } from './Sections.tsx'
import { SignificantChanges } from './SignificantChanges.tsx'

/** Management's description of the system (Section III), held against the description criteria. */
export function DescriptionScreen() {
  const engagementId = useRouteParam('engagementId')
  const inView = usePlaceInView()
  const engagement = useEngineQuery('engagement.get', { engagementId })
  const checklist = useEngineQuery('description.checklist', { engagementId })
  if (engagement.data === undefined || checklist.data === undefined) {
    const error = engagement.error ?? checklist.error
    return error ? <ErrorNote error={error} /> : <Loading />
  }
  const { checks } = checklist.data
  const open = checks.filter((check) => check.open.length > 0).length
  const isOverPeriod = engagement.data.reportType === 'type2'
  return (
    <Screen
      title="System description"
      subtitle={
        open === 0
          ? `All ${checks.length} description criteria are complete`
          : `${open} of ${checks.length} description criteria open. The text is management's; you examine it.`
      }
    >
      <Tabs key={inView ?? 'none'} defaultValue={tabOf(inView)} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="checklist">Checklist</Tabs.Tab>
          <Tabs.Tab value="text">Text</Tabs.Tab>
          {isOverPeriod ? <Tabs.Tab value="changes">Significant changes</Tabs.Tab> : null}
        </Tabs.List>
        <Tabs.Panel value="checklist" pt="md">
          <Checklist engagementId={engagementId} checks={checks} notice={checklist.data.notice} />
        </Tabs.Panel>
        <Tabs.Panel value="text" pt="md">
          <Sections engagementId={engagementId} criteria={checks} />
        </Tabs.Panel>
        {isOverPeriod ? (
          <Tabs.Panel value="changes" pt="md">
            <SignificantChanges engagementId={engagementId} />
          </Tabs.Panel>
        ) : null}
      </Tabs>
    </Screen>
  )
}

/** The tab on which something is that an address leads to. */
function tabOf(place: string | null): string {
  if (place?.startsWith('descriptionSection:')) return 'text'
  return place?.startsWith('significantChange:') ? 'changes' : 'checklist'
}
