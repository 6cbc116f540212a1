import { Group, Stack, Table } from '@mantine/core'
import { useState } from 'react'
import type { SystemPart } from '../../shared/contract/scope.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { BoundaryForm } from './BoundaryForm.tsx'
import { componentWords } from './componentWords.ts'

/** Where the system ends: its parts within the boundary, and those outside of it with the reason (DC 3). */
export function Boundary({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('boundary.list', { engagementId })
  const remove = useEngineCommand('boundary.remove')
  const [editing, setEditing] = useState<{ part: SystemPart | null } | null>(null)
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { parts } = list.data
  return (
    <Stack gap="md">
      <Group>
        <ChangeButton onClick={() => setEditing({ part: null })}>Add a part of the system</ChangeButton>
      </Group>
      {parts.length === 0 ? (
        <EmptyState
          title="No boundary yet"
          text="Write down the infrastructure, software, people, procedures and data that belong to the system, and what does not."
        />
      ) : (
        <Table fz="sm" verticalSpacing={4} aria-label="Parts of the system">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Part</Table.Th>
              <Table.Th scope="col">Component</Table.Th>
              <Table.Th scope="col">Boundary</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {parts.map((part) => (
              <Table.Tr key={part.partId}>
                <Table.Th scope="row">{part.name}</Table.Th>
                <Table.Td>{componentWords[part.component]}</Table.Td>
                <Table.Td>{part.included ? 'within' : `outside: ${part.reason ?? ''}`}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap" justify="flex-end">
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`Change ${part.name}`}
                      onClick={() => setEditing({ part })}
                    >
                      Change
                    </ChangeButton>
                    <ChangeButton
                      size="compact-xs"
                      variant="default"
                      aria-label={`Remove ${part.name}`}
                      onClick={() => void remove.run({ partId: part.partId }).catch(() => undefined)}
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
        <BoundaryForm engagementId={engagementId} part={editing.part} onClose={() => setEditing(null)} />
      )}
    </Stack>
  )
}
