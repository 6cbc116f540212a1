import { Group, Stack, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { Commitment } from '../../shared/contract/scope.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { inViewProps, usePlaceInView } from '../records/useRecordInView.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { CommitmentForm } from './CommitmentForm.tsx'

/** What was promised to users, and what the system has to do so that it is kept (DC 2). */
export function Commitments({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('commitment.list', { engagementId })
  const controls = useEngineQuery('control.list', { engagementId, limit: 1000 }).data?.controls ?? []
  const remove = useEngineCommand('commitment.remove')
  const [editing, setEditing] = useState<{ commitment: Commitment | null } | null>(null)
  const inView = usePlaceInView()
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { commitments } = list.data
  const refs = new Map(controls.map(({ controlId, ref }) => [controlId, ref]))
  return (
    <Stack gap="md">
      <Group>
        <ChangeButton onClick={() => setEditing({ commitment: null })}>Add a commitment or requirement</ChangeButton>
        <ListActions
          name="Commitments"
          selection={{ list: 'commitments', engagementId }}
          disabled={commitments.length === 0}
        />
      </Group>
      {commitments.length === 0 ? (
        <EmptyState
          title="No commitment yet"
          text="The opinion is formed against what management promised: write down the principal service commitments and system requirements."
        />
      ) : (
        <Table fz="sm" verticalSpacing={4} aria-label="Commitments and requirements">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Reference</Table.Th>
              <Table.Th scope="col">Commitment or requirement</Table.Th>
              <Table.Th scope="col">Criteria</Table.Th>
              <Table.Th scope="col">Controls</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {commitments.map((commitment) => (
              <Table.Tr
                key={commitment.commitmentId}
                {...inViewProps(inView === `commitment:${commitment.commitmentId}`)}
              >
                <Table.Th scope="row">{commitment.ref}</Table.Th>
                <Table.Td>
                  {commitment.text}
                  {commitment.source === null ? null : <Text size="xs">Made in: {commitment.source}</Text>}
                </Table.Td>
                <Table.Td>{commitment.criteria.join(', ')}</Table.Td>
                <Table.Td>{commitment.controlIds.map((id) => refs.get(id) ?? id).join(', ')}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap" justify="flex-end">
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`Change ${commitment.ref}`}
                      onClick={() => setEditing({ commitment })}
                    >
                      Change
                    </ChangeButton>
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`Remove ${commitment.ref}`}
                      onClick={() => void remove.run({ commitmentId: commitment.commitmentId }).catch(() => undefined)}
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
        <CommitmentForm engagementId={engagementId} commitment={editing.commitment} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}
