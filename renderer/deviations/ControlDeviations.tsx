import { Group, Stack, Title } from '@mantine/core'
import { ControlListActions } from '../controls/ControlListActions.tsx'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { DeviationDesk } from './DeviationDesk.tsx'

/** The deviations of one control, as a section of its page. */
export function ControlDeviations({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const { data, error } = useEngineQuery('deviation.list', { engagementId, controlId })
  return (
    <Stack gap="sm" component="section" aria-label="Deviations">
      <Group justify="space-between">
        <Title order={2} size="h4">
          Deviations
        </Title>
        <Group gap="xs">
          <ControlListActions
            name="Deviations"
            list="deviations"
            ids={(data?.deviations ?? []).map(({ deviationId }) => deviationId)}
            {...{ engagementId, controlId }}
          />
        </Group>
      </Group>
      <ErrorNote error={error} />
      {data ? (
        <DeviationDesk
          engagementId={engagementId}
          deviations={data.deviations}
          undescribed={data.undescribed}
          emptyText="No deviations noted. The key x on a test sheet records one."
        />
      ) : error ? null : (
        <Loading />
      )}
    </Stack>
  )
}
