import { Table, Text } from '@mantine/core'
import type { ResultOf } from '../../shared/contract/index.ts'
import { RejectedRows } from '../ui/RejectedRows.tsx'

const mostShown = 200

/** What a spreadsheet says that the test sheet does not, what differs, and what cannot be read. */
export function FoundResults({ found }: { found: ResultOf<'result.import'> }) {
  const { added, unchanged, differing, rejected, missing } = found
  return (
    <>
      <Text size="sm" role="status">
        {`${added} new, ${differing.length} recorded otherwise, ${unchanged} recorded already, ${rejected.length === 1 ? '1 row' : `${rejected.length} rows`} that cannot be taken.`}
      </Text>
      {missing.length === 0 ? null : (
        <Text size="sm">{`Items of the sample without a row: ${missing.slice(0, 20).join(', ')}${missing.length > 20 ? ` and ${missing.length - 20} more` : ''}.`}</Text>
      )}
      {differing.length === 0 ? null : (
        <Table fz="sm" verticalSpacing={4} captionSide="top" aria-label="Results that differ">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Row</Table.Th>
              <Table.Th scope="col">Item</Table.Th>
              <Table.Th scope="col">Attribute</Table.Th>
              <Table.Th scope="col">Recorded</Table.Th>
              <Table.Th scope="col">In the file</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differing.slice(0, mostShown).map((cell) => (
              <Table.Tr key={`${cell.row} ${cell.attribute}`}>
                <Table.Td>{cell.row}</Table.Td>
                <Table.Td>{cell.itemId}</Table.Td>
                <Table.Td>{cell.attribute}</Table.Td>
                <Table.Td>{cell.recorded}</Table.Td>
                <Table.Td>{cell.found}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {differing.length > mostShown ? <Text size="sm">And {differing.length - mostShown} more.</Text> : null}
      <RejectedRows rows={rejected} />
    </>
  )
}
