import { Alert, Group, SegmentedControl, Stack, Tabs, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Criterion } from '../../shared/contract/criterion.ts'
import { useRouteParam } from '../app/params.ts'
import { ChangeEngagement } from '../engagements/ChangeEngagement.tsx'
import { useEngineQuery } from '../engine/hooks.ts'
import { ComplementaryControls } from '../thirdParties/ComplementaryControls.tsx'
import { SubserviceOrganisations } from '../thirdParties/SubserviceOrganisations.tsx'
import { usePlaceInView } from '../records/useRecordInView.ts'
import { PaperReview } from '../review/PaperReview.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { shownRows } from '../ui/shownRows.ts'
import { Boundary } from './Boundary.tsx'
import { Commitments } from './Commitments.tsx'
import { CoverageMatrix } from './CoverageMatrix.tsx'
import { ScopeGapsNote } from './ScopeGapsNote.tsx'
import { SeriesTable } from './SeriesTable.tsx'

/** The criteria in scope, and which controls answer each. */
export function ScopeScreen() {
  const engagementId = useRouteParam('engagementId')
  const inView = usePlaceInView()
  const kind = inView?.split(':')[0]
  const list = useEngineQuery('criterion.list', { engagementId })
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { criteria, notice } = list.data
  const applicable = criteria.filter(({ setAside }) => setAside === null)
  const uncovered = applicable.filter(({ controls }) => controls.length === 0).length
  return (
    <Screen
      title="Scope"
      subtitle={`${applicable.length} criteria, ${uncovered} without a control`}
      actions={<ChangeEngagement engagementId={engagementId} />}
    >
      <Text size="sm">{notice}</Text>
      <ScopeGapsNote engagementId={engagementId} />
      <Tabs
        key={kind ?? 'none'}
        defaultValue={(kind === undefined ? undefined : tabOf[kind]) ?? 'criteria'}
        keepMounted={false}
      >
        <Tabs.List>
          <Tabs.Tab value="criteria">Criteria</Tabs.Tab>
          <Tabs.Tab value="commitments">Commitments</Tabs.Tab>
          <Tabs.Tab value="boundary">Boundary</Tabs.Tab>
          <Tabs.Tab value="matrix">Coverage matrix</Tabs.Tab>
          <Tabs.Tab value="organisations">Subservice organisations</Tabs.Tab>
          <Tabs.Tab value="complementary">Complementary controls</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="criteria" pt="md">
          <CriteriaBySeries engagementId={engagementId} criteria={criteria} />
        </Tabs.Panel>
        <Tabs.Panel value="commitments" pt="md">
          <Commitments engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="boundary" pt="md">
          <Boundary engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="matrix" pt="md">
          <CoverageMatrix engagementId={engagementId} criteria={applicable} />
        </Tabs.Panel>
        <Tabs.Panel value="organisations" pt="md">
          <SubserviceOrganisations engagementId={engagementId} />
        </Tabs.Panel>
        <Tabs.Panel value="complementary" pt="md">
          <ComplementaryControls engagementId={engagementId} />
        </Tabs.Panel>
      </Tabs>
      <PaperReview target={{ entity: 'engagement', id: engagementId }} />
    </Screen>
  )
}

const uncoveredLabel = 'Without a control'

/** The tab on which something is that an address leads to, by its kind. */
const tabOf: Partial<Record<string, string>> = {
  commitment: 'commitments',
  subserviceOrganisation: 'organisations',
  subserviceReport: 'organisations',
  complementaryControl: 'complementary',
}

function CriteriaBySeries({ engagementId, criteria }: { engagementId: string; criteria: readonly Criterion[] }) {
  const [shown, setShown] = useState('all')
  const list =
    shown === 'all' ? criteria : criteria.filter(({ controls, setAside }) => controls.length === 0 && setAside === null)
  const ids = list.map(({ criterionId }) => criterionId)
  return (
    <Stack align="stretch">
      <Group justify="space-between">
        <SegmentedControl
          aria-label="Criteria to show"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'all', label: 'All' },
            { value: 'uncovered', label: uncoveredLabel },
          ]}
        />
        <Group gap="xs">
          <ListActions
            name="Criteria"
            selection={{ list: 'criteria', engagementId, ...shownRows(ids, shown === 'all' ? [] : [uncoveredLabel]) }}
            disabled={list.length === 0}
          />
        </Group>
      </Group>
      {list.length === 0 ? (
        <Alert variant="default" icon={<IconCircleCheck />}>
          Every criterion in scope has a control.
        </Alert>
      ) : null}
      {list.length > 0 ? <SeriesTable engagementId={engagementId} criteria={list} /> : null}
    </Stack>
  )
}
