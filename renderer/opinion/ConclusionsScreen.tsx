import { Button, Group, Stack, Tabs } from '@mantine/core'
import { useMemo } from 'react'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import type { Conclusion } from '../../shared/contract/conclusion.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { useIdInView } from '../records/useRecordInView.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Later } from '../ui/Later.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { CommitmentsTable } from './CommitmentsTable.tsx'
import { CriteriaTable } from './CriteriaTable.tsx'
import { OpinionDesk } from './OpinionDesk.tsx'
import { WhatIf } from './WhatIf.tsx'

/** From the conclusions on controls and criteria to the opinion. */
export function ConclusionsScreen() {
  const engagementId = useRouteParam('engagementId')
  const proposal = useEngineQuery('opinion.propose', { engagementId })
  const conclusions = useEngineQuery('conclusion.list', { engagementId })
  const deviations = useEngineQuery('deviation.list', { engagementId })
  const inView = useIdInView('conclusion')
  const error = proposal.error ?? conclusions.error ?? deviations.error
  const procedureOf = useMemo(
    () =>
      new Map(
        (deviations.data?.deviations ?? []).flatMap(({ deviationId, procedureId }) =>
          procedureId === null ? [] : [[deviationId, procedureId] as const],
        ),
      ),
    [deviations.data],
  )

  return (
    <Screen
      title="Conclusions and opinion"
      subtitle="The papers propose, part by part; you decide. Nothing is recorded until you record it."
    >
      <Stack gap="md">
        <ErrorNote error={error} />
        {proposal.data && conclusions.data && deviations.data ? (
          <Tabs key={inView} defaultValue={tabOf(conclusions.data.conclusions, inView)} keepMounted={false}>
            <Tabs.List>
              <Tabs.Tab value="opinion">Opinion</Tabs.Tab>
              <Tabs.Tab value="criteria">Criteria and controls</Tabs.Tab>
              <Tabs.Tab value="commitments">Commitments</Tabs.Tab>
              <Tabs.Tab value="whatIf">What if</Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="opinion" pt="md" keepMounted>
              <Group justify="flex-end" gap="xs" mb="xs">
                <ListActions name="Opinion" size="xs" selection={{ list: 'opinion', engagementId }} />
              </Group>
              <OpinionDesk engagementId={engagementId} recorded={proposal.data.parts} procedureOf={procedureOf} />
            </Tabs.Panel>
            <Tabs.Panel value="criteria" pt="md">
              {proposal.data.parts.every(({ trace }) => trace.every(({ controls }) => controls.length === 0)) ? (
                <EmptyState
                  title="No control yet"
                  text="Conclusions begin with the controls: import the control matrix first."
                  action={
                    <Button component="a" href={links.controls(engagementId)}>
                      Open the controls
                    </Button>
                  }
                />
              ) : (
                <>
                  <Group justify="flex-end" gap="xs" mb="xs">
                    <ListActions name="Conclusions" size="xs" selection={{ list: 'conclusions', engagementId }} />
                  </Group>
                  <CriteriaTable
                    engagementId={engagementId}
                    parts={proposal.data.parts}
                    conclusions={conclusions.data.conclusions}
                  />
                </>
              )}
            </Tabs.Panel>
            <Tabs.Panel value="commitments" pt="md">
              <CommitmentsTable
                engagementId={engagementId}
                aspects={proposal.data.parts.flatMap(({ part }) => (part === 'description' ? [] : [part]))}
                conclusions={conclusions.data.conclusions}
              />
            </Tabs.Panel>
            <Tabs.Panel value="whatIf" pt="md" keepMounted>
              <Later>
                <WhatIf engagementId={engagementId} parts={proposal.data.parts} />
              </Later>
            </Tabs.Panel>
          </Tabs>
        ) : error ? null : (
          <Loading />
        )}
      </Stack>
    </Screen>
  )
}

/** @returns the tab on which the conclusion stands that the address leads to */
function tabOf(conclusions: readonly Conclusion[], conclusionId: string | null): string {
  const entity = conclusions.find((each) => each.conclusionId === conclusionId)?.target.entity
  if (entity === 'criterion') return 'criteria'
  return entity === 'commitment' ? 'commitments' : 'opinion'
}
