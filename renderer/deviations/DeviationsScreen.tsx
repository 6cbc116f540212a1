import { Button, Stack } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { FollowUps } from '../followUps/FollowUps.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { shownRows } from '../ui/shownRows.ts'
import { DeviationDesk } from './DeviationDesk.tsx'
import { RegisterFilters, type RegisterSelection } from './RegisterFilters.tsx'
import { registerWords } from './registerWords.ts'
import { useIdInView } from '../records/useRecordInView.ts'

/** The deviation register of an engagement. */
export function DeviationsScreen() {
  const engagementId = useRouteParam('engagementId')
  const inView = useIdInView('deviation')
  const [selection, setSelection] = useState<RegisterSelection>({})
  const [wanted] = useDebouncedValue(selection, 150)
  const { data, error } = useEngineQuery('deviation.list', { engagementId, ...wanted }, { keepsPrevious: true })
  const criteria = useEngineQuery('criterion.list', { engagementId })
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  const ids = (data?.deviations ?? []).map(({ deviationId }) => deviationId)
  const recorded = data ? Object.values(data.counts).reduce((sum, count) => sum + count, 0) : 0

  return (
    <Screen
      title="Deviations"
      subtitle="What was found, its cause and extent, and what it means for the control and the criterion."
      actions={
        <ListActions
          name="Deviations"
          selection={{ list: 'deviations', engagementId, ...shownRows(ids, registerWords(wanted)) }}
          disabled={ids.length === 0}
        />
      }
    >
      <FollowUps engagementId={engagementId} />
      <ErrorNote error={error} />
      {data === undefined ? (
        error ? null : (
          <Loading />
        )
      ) : recorded === 0 && data.undescribed.length === 0 ? (
        <EmptyState
          title="No deviations noted"
          text={
            isOverPeriod
              ? 'The key x on a test sheet records one. They gather here, with the failed results that none describes yet.'
              : 'What is found about the design of a control is recorded on its page, and gathers here.'
          }
          action={
            <Button component="a" href={links.controls(engagementId)}>
              Open the controls
            </Button>
          }
        />
      ) : (
        <Stack gap="sm">
          <RegisterFilters
            selection={selection}
            register={data}
            criteria={(criteria.data?.criteria ?? []).map(({ criterionId }) => criterionId)}
            onChange={setSelection}
          />
          <DeviationDesk
            key={inView}
            engagementId={engagementId}
            deviations={data.deviations}
            undescribed={data.undescribed}
            emptyText={recorded === 0 ? 'No deviation is described yet.' : 'No deviation matches the filter.'}
          />
        </Stack>
      )}
    </Screen>
  )
}
