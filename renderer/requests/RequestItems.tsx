import { Group, ScrollArea, Stack, Table, Text, Title, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { RequestItem } from '../../shared/contract/request.ts'
import { ProseText } from '../records/ProseText.tsx'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { AnswerDialog } from './AnswerDialog.tsx'

/** The items that were asked for, with what the client said; a row opens its answer. */
export function RequestItems({ request }: { request: ResultOf<'request.get'> }) {
  const [answering, setAnswering] = useState<RequestItem | null>(null)
  const isClosed = request.status === 'closed'
  const hasStrata = request.items.some(({ stratum }) => stratum !== null)
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Title order={2}>Items</Title>
        <Group gap="xs">
          <ListActions
            name={`Items of ${request.ref}`}
            size="xs"
            selection={{ list: 'requestItems', requestId: request.requestId }}
          />
        </Group>
      </Group>
      <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Items of the request' }}>
        <Table highlightOnHover fz="sm" verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>No.</Table.Th>
              <Table.Th>Item</Table.Th>
              <Table.Th>Date</Table.Th>
              {hasStrata ? <Table.Th>Stratum</Table.Th> : null}
              {request.columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
              <Table.Th>Answer</Table.Th>
              <Table.Th>File or link</Table.Th>
              <Table.Th>Provided on</Table.Th>
              <Table.Th>Note</Table.Th>
              <Table.Th>
                <VisuallyHidden>Actions</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {request.items.map((item) => (
              <Table.Tr key={item.sampleItemId}>
                <Table.Td>{item.order}</Table.Td>
                <Table.Td>{item.itemId}</Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{item.date}</Table.Td>
                {hasStrata ? <Table.Td>{item.stratum}</Table.Td> : null}
                {request.columns.map((column, at) => (
                  <Table.Td key={column}>{item.cells[at]}</Table.Td>
                ))}
                <AnswerCells item={item} />
                <Table.Td>
                  {isClosed || item.replacedBecause !== null ? null : (
                    <ChangeButton size="compact-xs" variant="default" onClick={() => setAnswering(item)}>
                      {`${item.answer === null ? 'Answer' : 'Change'} ${item.order}`}
                    </ChangeButton>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
      {answering === null ? null : (
        <AnswerDialog requestId={request.requestId} item={answering} onClose={() => setAnswering(null)} />
      )}
    </Stack>
  )
}

function AnswerCells({ item: { answer, replacedBecause } }: { item: RequestItem }) {
  if (replacedBecause !== null) return <Table.Td colSpan={4}>{`no longer asked for: ${replacedBecause}`}</Table.Td>
  if (answer === null) {
    return (
      <Table.Td colSpan={4}>
        <Text size="sm" c="dimmed">
          no answer yet
        </Text>
      </Table.Td>
    )
  }
  return (
    <>
      <Said text={answer.answer} />
      <Said text={answer.reference} />
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{answer.providedOn}</Table.Td>
      <Said text={answer.note} />
    </>
  )
}

/** The first lines of what was said; the answer's own form shows all of it. */
function Said({ text }: { text: string }) {
  return (
    <Table.Td>
      <Text size="sm" lineClamp={4} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        <ProseText text={text} />
      </Text>
    </Table.Td>
  )
}
