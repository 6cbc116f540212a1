import { Button, Group, Table } from '@mantine/core'
import type { ComplementaryControl } from '../../shared/contract/subservice.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'

type ComplementaryTableProps = {
  engagementId: string
  controls: readonly ComplementaryControl[]
  onChange: (control: ComplementaryControl) => void
}

/** Complementary controls as a list, with who operates each. */
export function ComplementaryTable({ engagementId, controls, onChange }: ComplementaryTableProps) {
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
