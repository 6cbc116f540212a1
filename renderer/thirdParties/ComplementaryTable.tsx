import { Group, Table } from '@mantine/core'
import type { ComplementaryControl } from '../../shared/contract/subservice.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ProseText } from '../records/ProseText.tsx'
import { useRecordPlace } from '../records/useRecordInView.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'

type ComplementaryTableProps = {
  engagementId: string
  controls: readonly ComplementaryControl[]
  onChange: (control: ComplementaryControl) => void
}

/** Complementary controls as a list, with who operates each. */
export function ComplementaryTable({ engagementId, controls, onChange }: ComplementaryTableProps) {
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
          <ComplementaryRow
            key={control.complementaryId}
            control={control}
            operator={control.organisationId === null ? 'Users' : names.get(control.organisationId)}
            onChange={() => onChange(control)}
          />
        ))}
      </Table.Tbody>
    </Table>
  )
}

type ComplementaryRowProps = { control: ComplementaryControl; operator: string | undefined; onChange: () => void }

function ComplementaryRow({ control, operator, onChange }: ComplementaryRowProps) {
  const remove = useEngineCommand('complementary.remove')
  const place = useRecordPlace({ kind: 'complementaryControl', id: control.complementaryId })
  return (
    <Table.Tr {...place}>
      <Table.Th scope="row">{control.ref}</Table.Th>
      <Table.Td>{operator}</Table.Td>
      <Table.Td>
        <ProseText text={control.text} />
      </Table.Td>
      <Table.Td>{control.criteria.join(', ')}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap" justify="flex-end">
          <ChangeButton size="compact-xs" variant="default" aria-label={`Change ${control.ref}`} onClick={onChange}>
            Change
          </ChangeButton>
          <ChangeButton
            size="compact-xs"
            variant="default"
            aria-label={`Remove ${control.ref}`}
            onClick={() => void remove.run({ complementaryId: control.complementaryId }).catch(() => undefined)}
          >
            Remove
          </ChangeButton>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
