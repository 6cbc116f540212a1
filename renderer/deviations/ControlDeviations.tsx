import { Group, Stack, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { ControlListActions } from '../controls/ControlListActions.tsx'
import { useReportType } from '../engagements/useReportType.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { DeviationDesk } from './DeviationDesk.tsx'
import { NewDeviation } from './NewDeviation.tsx'

/** The deviations of one control, as a section of its page. */
export function ControlDeviations({ engagementId, controlId }: { engagementId: string; controlId: string }) {
  const { data, error } = useEngineQuery('deviation.list', { engagementId, controlId })
  const isOverPeriod = useReportType(engagementId) !== 'type1'
  const [isRecording, recording] = useDisclosure(false)
  const [recordedId, setRecordedId] = useState<string | null>(null)
  // It is open as soon as the list has it.
  const firstId = data?.deviations.find(({ deviationId }) => deviationId === recordedId)?.deviationId ?? null
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
          <ChangeButton size="xs" variant="default" onClick={recording.open}>
            Record a deviation
          </ChangeButton>
        </Group>
      </Group>
      <ErrorNote error={error} />
      {data ? (
        <DeviationDesk
          key={firstId}
          firstId={firstId}
          engagementId={engagementId}
          deviations={data.deviations}
          undescribed={data.undescribed}
          emptyText={
            isOverPeriod ? 'No deviations noted. The key x on a test sheet records one.' : 'No deviations noted.'
          }
        />
      ) : error ? null : (
        <Loading />
      )}
      {isRecording ? (
        <NewDeviation
          {...{ engagementId, controlId }}
          onRecorded={(deviationId) => {
            setRecordedId(deviationId)
            recording.close()
          }}
          onClose={recording.close}
        />
      ) : null}
    </Stack>
  )
}
