import { Code, Table, Text, Tooltip } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { instantWords } from '../ui/dates.ts'
import { Loading } from '../ui/Loading.tsx'

/** The reports that left this store: what, when, by whom, and whether the papers still say the same. */
export function ExportedReports({ engagementId }: { engagementId: string }) {
  const list = useEngineQuery('report.exports', { engagementId })
  if (list.data === undefined) return list.isPending ? <Loading /> : <ErrorNote error={list.error} />
  const { exports } = list.data
  if (exports.length === 0) {
    return (
      <EmptyState
        title="Nothing was exported yet"
        text="Export the report; every file is recorded here with its SHA-256."
      />
    )
  }
  return (
    <Table fz="sm" aria-label="Exported reports">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">File</Table.Th>
          <Table.Th scope="col">Exported</Table.Th>
          <Table.Th scope="col">SHA-256</Table.Th>
          <Table.Th scope="col">Head of the engagement</Table.Th>
          <Table.Th scope="col">Papers since</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {exports.map(({ exportId, fileName, template, by, at, sha256, heads, isCurrent }) => (
          <Table.Tr key={exportId}>
            <Table.Th scope="row">
              {fileName}
              {template === null ? null : <Text size="xs">on {template}</Text>}
            </Table.Th>
            <Table.Td>
              {by}, {instantWords(at)}
            </Table.Td>
            <Table.Td>
              <Tooltip label={sha256} maw={560} multiline>
                <Code tabIndex={0} aria-label={`SHA-256 ${sha256}`} role="note">
                  {sha256.slice(0, 16)}…
                </Code>
              </Tooltip>
            </Table.Td>
            <Table.Td>
              {heads.map(({ deviceId, words }) => (
                <Text key={deviceId} size="xs">
                  {words}
                </Text>
              ))}
            </Table.Td>
            <Table.Td>{isCurrent ? 'unchanged' : 'changed'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
