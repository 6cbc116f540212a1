import { Group, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { ComplementaryControl } from '../../shared/contract/subservice.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ComplementaryForm } from './ComplementaryForm.tsx'
import { ComplementaryTable } from './ComplementaryTable.tsx'
import { RestingMatrix } from './RestingMatrix.tsx'

/** Controls that others have to operate, and what each criterion rests on. */
export function ComplementaryControls({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('complementary.list', { engagementId })
  const [editing, setEditing] = useState<{ control: ComplementaryControl | null } | null>(null)
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { controls } = list.data
  return (
    <Stack gap="md">
      <Group>
        <ChangeButton onClick={() => setEditing({ control: null })}>Add a complementary control</ChangeButton>
        <ListActions name="Complementary controls" selection={{ list: 'complementary', engagementId }} />
      </Group>
      {controls.length === 0 ? (
        <Text size="sm">
          No complementary control yet: write down what users (CUEC) and subservice organisations (CSOC) have to do for
          the criteria to be met.
        </Text>
      ) : (
        <ComplementaryTable
          engagementId={engagementId}
          controls={controls}
          onChange={(control) => setEditing({ control })}
        />
      )}
      <Title order={2} size="h4">
        What each criterion rests on
      </Title>
      <RestingMatrix engagementId={engagementId} />
      {editing === null ? null : (
        <ComplementaryForm engagementId={engagementId} control={editing.control} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}
