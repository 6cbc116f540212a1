import { Table } from '@mantine/core'
import type { RejectedRow } from '../../shared/contract/values.ts'

const mostShown = 200

/** Rows that were not taken: where, and why. */
export function RejectedRows({ rows }: { rows: readonly RejectedRow[] }) {
  if (rows.length === 0) return null
  const rest = rows.length - mostShown
  return (
    <Table captionSide="top">
      <Table.Caption>
        {rest > 0 ? `Rows that were not taken: the first ${mostShown}, and ${rest} more` : 'Rows that were not taken'}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Row</Table.Th>
          <Table.Th>Column</Table.Th>
          <Table.Th>Reason</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.slice(0, mostShown).map(({ row, column, message }) => (
          <Table.Tr key={`${row} ${column ?? ''} ${message}`}>
            <Table.Td>{row}</Table.Td>
            <Table.Td>{column}</Table.Td>
            <Table.Td>{message}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
