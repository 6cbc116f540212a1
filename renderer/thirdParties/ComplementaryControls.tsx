import { Button, Group, Stack, Table, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ComplementaryControl } from '../../shared/contract/subservice.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ComplementaryForm } from './ComplementaryForm.tsx'
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
        <Button onClick={() => setEditing({ control: null })}>Add a complementary control</Button>
        <ExportComplementary engagementId={engagementId} />
      </Group>
      {controls.length === 0 ? (
        <Text size="sm">
          No complementary control yet: write down what users (CUEC) and subservice organisations (CSOC) have to do for
          the criteria to be met.
        </Text>
      ) : (
        <ControlTable engagementId={engagementId} controls={controls} onChange={(control) => setEditing({ control })} />
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

type ControlTableProps = {
  engagementId: string
  controls: readonly ComplementaryControl[]
  onChange: (control: ComplementaryControl) => void
}

function ControlTable({ engagementId, controls, onChange }: ControlTableProps) {
  const remove = useEngineCommand('complementary.remove')
  const organisations = useEngineQuery('subservice.list', { engagementId }).data?.organisations ?? []
  const names = new Map(organisations.map(({ organisationId, name }) => [organisationId, name]))
  return (
    <Table fz="sm" verticalSpacing={4} aria-label="Complementary controls">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Reference</Table.Th>
          <Table.Th scope="col">Operated by</Table.Th>
          <Table.Th scope="col">Control</Table.Th>
          <Table.Th scope="col">Criteria</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {controls.map((control) => (
          <Table.Tr key={control.complementaryId}>
            <Table.Th scope="row">{control.ref}</Table.Th>
            <Table.Td>{control.organisationId === null ? 'Users' : names.get(control.organisationId)}</Table.Td>
            <Table.Td>{control.text}</Table.Td>
            <Table.Td>{control.criteria.join(', ')}</Table.Td>
            <Table.Td>
              <Group gap="xs" wrap="nowrap" justify="flex-end">
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Change ${control.ref}`}
                  onClick={() => onChange(control)}
                >
                  Change
                </Button>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Remove ${control.ref}`}
                  onClick={() => void remove.run({ complementaryId: control.complementaryId }).catch(() => undefined)}
                >
                  Remove
                </Button>
              </Group>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function ExportComplementary({ engagementId }: { engagementId: string }) {
  const write = useEngineCommand('complementary.export')
  const run = async () => {
    const place = await askShell({
      kind: 'saveFile',
      title: 'Complementary controls',
      suggestedName: 'complementary-controls.xlsx',
    })
    if (place === null) return
    await write.run({ engagementId, file: fileRef(place.token) }).then(
      ({ controls }) => notifications.show({ message: `${controls} controls were written to ${place.name}.` }),
      () => undefined,
    )
  }
  return (
    <Button variant="default" loading={write.pending} onClick={() => void run()}>
      Export…
    </Button>
  )
}
