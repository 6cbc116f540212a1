import { Anchor, Table, Text } from '@mantine/core'
import type { ListedRequest } from '../../shared/contract/request.ts'
import { dueWords } from '../../shared/request/due.ts'
import { priorityWords } from '../../shared/request/priority.ts'
import { links } from '../app/links.ts'
import { instantWords, today } from '../ui/dates.ts'
import { RequestStatus } from './RequestStatus.tsx'

const nowrap = { whiteSpace: 'nowrap' } as const

/** Requests in a list, those due first before others. */
export function RequestTable({ engagementId, requests }: { engagementId: string; requests: readonly ListedRequest[] }) {
  if (requests.length === 0) return <Text>No request matches the filter.</Text>
  return (
    <Table highlightOnHover fz="sm" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Request</Table.Th>
          <Table.Th>Title</Table.Th>
          <Table.Th>About</Table.Th>
          <Table.Th>Owner</Table.Th>
          <Table.Th>Priority</Table.Th>
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
            <Table.Td style={nowrap}>
              <Anchor href={links.request(engagementId, request.requestId)}>{request.ref}</Anchor>
            </Table.Td>
            <Table.Td>{request.title}</Table.Td>
            <Table.Td>{request.subject}</Table.Td>
            <Table.Td>{request.owner}</Table.Td>
            <Table.Td>{request.priority === null ? '' : priorityWords[request.priority]}</Table.Td>
            <Table.Td>
              <RequestStatus request={request} />
            </Table.Td>
            <Table.Td style={nowrap}>{dueWords(request, today())}</Table.Td>
            <Table.Td>{request.ageDays}</Table.Td>
            <Table.Td style={nowrap}>{`${request.answered} of ${request.asked}`}</Table.Td>
            <Table.Td title={instantWords(request.createdAt)}>{request.createdBy}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
