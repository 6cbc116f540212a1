import { Anchor, Table, Text } from '@mantine/core'
import type { ListedRequest } from '../../shared/contract/request.ts'
import { dueWords } from '../../shared/request/due.ts'
import { links } from '../app/links.ts'
import { today } from '../ui/dates.ts'
import { RequestStatus } from './RequestStatus.tsx'

/** Requests in a list, those due first before others. */
export function RequestTable({ engagementId, requests }: { engagementId: string; requests: readonly ListedRequest[] }) {
  if (requests.length === 0) return <Text>No request matches the filter.</Text>
  return (
    <Table highlightOnHover fz="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Request</Table.Th>
          <Table.Th>Title</Table.Th>
          <Table.Th>About</Table.Th>
          <Table.Th>Status</Table.Th>
          <Table.Th>Due</Table.Th>
          <Table.Th title="Days since the client was asked, until the request was done">Days</Table.Th>
          <Table.Th>Answered</Table.Th>
          <Table.Th>Asked by</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {requests.map((request) => (
          <Table.Tr key={request.requestId}>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <Anchor href={links.request(engagementId, request.requestId)}>{request.ref}</Anchor>
            </Table.Td>
            <Table.Td>{request.title}</Table.Td>
            <Table.Td>{request.subject}</Table.Td>
            <Table.Td>
              <RequestStatus request={request} />
            </Table.Td>
            <Table.Td>{dueWords(request, today())}</Table.Td>
            <Table.Td>{request.ageDays}</Table.Td>
            <Table.Td>{`${request.answered} of ${request.asked}`}</Table.Td>
            <Table.Td>{`${request.createdBy}, ${request.createdAt.slice(0, 10)}`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
