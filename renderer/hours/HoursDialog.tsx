import { Group, Modal, Stack, Title } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { BudgetField } from './BudgetField.tsx'
import { TimeEntries } from './TimeEntries.tsx'
import { TimeForm } from './TimeForm.tsx'

/** Plans hours for the phases of an engagement, and records what was worked. */
export function HoursDialog({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const { data, error } = useEngineQuery('hours.list', { engagementId }, { keepsPrevious: true })
  return (
    <Modal opened onClose={onClose} title="Hours" size="60rem">
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <ErrorNote error={error} />
        )
      ) : (
        <Stack gap="md">
          <Stack gap="xs" component="section" aria-label="Budget">
            <Title order={2} size="h5">
              Budget, in hours
            </Title>
            <Group align="start">
              {data.phases.map(({ phase, budget }) => (
                <BudgetField
                  key={`${phase} ${budget ?? ''}`}
                  engagementId={engagementId}
                  phase={phase}
                  budget={budget}
                />
              ))}
            </Group>
          </Stack>
          <Stack gap="xs" component="section" aria-label="Worked">
            <Group justify="space-between">
              <Title order={2} size="h5">
                Worked
              </Title>
              {data.total === 0 ? null : (
                <Group gap="xs">
                  <ListActions name="Hours worked" selection={{ list: 'hours', engagementId }} size="xs" />
                </Group>
              )}
            </Group>
            <TimeForm engagementId={engagementId} />
            <TimeEntries entries={data.entries} total={data.total} />
          </Stack>
        </Stack>
      )}
    </Modal>
  )
}
