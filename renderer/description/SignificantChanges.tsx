import { Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { SignificantChange } from '../../shared/contract/description.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { inViewProps, usePlaceInView } from '../records/useRecordInView.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ChangeForm } from './ChangeForm.tsx'

/** What changed notably in the system or its controls over the period (DC 9). */
export function SignificantChanges({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('significantChange.list', { engagementId })
  const remove = useEngineCommand('significantChange.remove')
  const [editing, setEditing] = useState<{ change: SignificantChange | null } | null>(null)
  const inView = usePlaceInView()
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { changes } = list.data
  return (
    <Stack gap="md">
      <Group>
        <ChangeButton onClick={() => setEditing({ change: null })}>Add a change</ChangeButton>
      </Group>
      {changes.length === 0 ? (
        <EmptyState
          title="No significant change yet"
          text="Write down what changed in the period wherever commitments or requirements are touched."
        />
      ) : (
        <Table fz="sm" verticalSpacing={4} aria-label="Significant changes">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Day</Table.Th>
              <Table.Th scope="col">Change</Table.Th>
              <Table.Th scope="col">In the description</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => (
              <Table.Tr key={change.changeId} {...inViewProps(inView === `significantChange:${change.changeId}`)}>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{change.changedOn}</Table.Td>
                <Table.Th scope="row" fw={400}>
                  <strong>{change.title}</strong> {change.text}
                  {change.effect === null ? null : <Text size="xs">Effect: {change.effect}</Text>}
                </Table.Th>
                <Table.Td>{change.described ? 'described' : 'not yet'}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap" justify="flex-end">
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`Change ${change.title}`}
                      onClick={() => setEditing({ change })}
                    >
                      Change
                    </ChangeButton>
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`Remove ${change.title}`}
                      onClick={() => void remove.run({ changeId: change.changeId }).catch(() => undefined)}
                    >
                      Remove
                    </ChangeButton>
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {editing === null ? null : (
        <ChangeForm engagementId={engagementId} change={editing.change} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}
