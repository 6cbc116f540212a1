import { Code, Table, Title } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** The files that came back, as they are kept as evidence. */
export function ReceivedFiles({ engagementId, requestId }: { engagementId: string; requestId: string }) {
  const list = useEngineQuery('evidence.list', { engagementId, target: { entity: 'request', id: requestId } })
  const files = list.data?.evidence ?? []
  if (files.length === 0) return <ErrorNote error={list.error} />
  return (
    <section aria-label="Files that came back">
      <Title order={2}>Files that came back</Title>
      <Table fz="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>File</Table.Th>
            <Table.Th>Taken</Table.Th>
            <Table.Th>Bytes</Table.Th>
            <Table.Th>SHA-256</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.map(({ evidenceId, name, importedAt, importedBy, size, sha256 }) => (
            <Table.Tr key={evidenceId}>
              <Table.Td>{name}</Table.Td>
              <Table.Td>{`${importedBy}, ${instantWords(importedAt)}`}</Table.Td>
              <Table.Td>{size}</Table.Td>
              <Table.Td>
                <Code>{sha256}</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
