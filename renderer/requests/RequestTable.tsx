import { Anchor, Table, Text } from '@mantine/core'
import type { ListedRequest } from '../../shared/contract/request.ts'
import { dueWords } from '../../shared/request/due.ts'
import { priorityWords } from '../../shared/request/priority.ts'
import { links } from '../app/links.ts'
import { instantWords, today } from '../ui/dates.ts'
import { isLongTable, LongRows } from '../ui/LongRows.tsx'
import { RequestStatus } from './RequestStatus.tsx'

/** Heads of the columns, their widths where the table is long, and what the head says besides. */
const columns: readonly [name: string, width: string, title?: string][] = [
  ['Request', '8%'],
  ['Title', '20%'],
  ['About', '12%'],
  ['Owner', '10%'],
  ['Priority', '7%'],
  ['Status', '10%'],
  ['Due', '14%'],
  ['Days', '5%', 'Days since the client was asked, until the request was done'],
  ['Answered', '7%'],
  ['Asked by', '7%'],
]

const nowrap = { whiteSpace: 'nowrap' } as const

/** Requests in a list, those due first before others. */
export function RequestTable({ engagementId, requests }: { engagementId: string; requests: readonly ListedRequest[] }) {
  const isLong = isLongTable(requests)
  if (requests.length === 0) return <Text>No request matches the filter.</Text>
  return (
    <Table
      highlightOnHover
      fz="sm"
      verticalSpacing={6}
      aria-rowcount={requests.length + 1}
      layout={isLong ? 'fixed' : 'auto'}
    >
      <Table.Thead>
        <Table.Tr>
          {columns.map(([name, width, title]) => (
            <Table.Th key={name} title={title} {...(isLong ? { w: width } : {})}>
              {name}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <LongRows
        rows={requests}
        keyOf={({ requestId }) => requestId}
        renderCells={(request) => (
          <>
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
            <Table.Td>{dueWords(request, today())}</Table.Td>
            <Table.Td>{request.ageDays}</Table.Td>
            <Table.Td style={nowrap}>{`${request.answered} of ${request.asked}`}</Table.Td>
            <Table.Td title={instantWords(request.createdAt)}>{request.createdBy}</Table.Td>
          </>
        )}
      />
    </Table>
  )
}
