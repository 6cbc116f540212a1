import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { DeviationDesk } from './DeviationDesk.tsx'
import { searchText } from './subjects.ts'

type StatusFilter = 'all' | 'open' | 'concluded'

const statuses: { value: StatusFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'concluded', label: 'Concluded' },
]

/** The deviation register of an engagement. */
export function DeviationsScreen() {
  const engagementId = useRouteParam('engagementId')
  const { data, error } = useEngineQuery('deviation.list', { engagementId })
  const [words, setWords] = useState('')
  const [status, setStatus] = useState<StatusFilter>('all')

  const wanted = words.trim().toLowerCase()
  const shown = (data?.deviations ?? []).filter(
    (deviation) => (status === 'all' || deviation.status === status) && searchText(deviation).includes(wanted),
  )
  const isEmpty = data && data.deviations.length === 0 && data.undescribed.length === 0

  return (
    <Screen
      title="Deviations"
      subtitle="What was found, its cause and extent, and what it means for the control and the criterion."
    >
      <ErrorNote error={error} />
      {isEmpty ? (
        <EmptyState
          title="No deviations noted"
          text="The key x on a test sheet records one. They gather here, with the failed results that none describes yet."
          action={
            <Button component="a" href={links.controls(engagementId)}>
              Open the controls
            </Button>
          }
        />
      ) : data ? (
        <Stack gap="sm">
          <Group>
            <TextInput
              aria-label="Filter deviations"
              placeholder="Filter by number, control, item or words"
              w={320}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <SegmentedControl
              size="xs"
              aria-label="Status"
              data={statuses}
              value={status}
              onChange={(value) => setStatus(statuses.find((each) => each.value === value)?.value ?? 'all')}
            />
          </Group>
          <DeviationDesk
            engagementId={engagementId}
            deviations={shown}
            undescribed={data.undescribed}
            emptyText={
              data.deviations.length === 0 ? 'No deviation is described yet.' : 'No deviation matches the filter.'
            }
          />
        </Stack>
      ) : error ? null : (
        <Loading />
      )}
    </Screen>
  )
}
