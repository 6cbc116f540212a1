import { Code, Table, Text } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { fieldWords } from '../../shared/record/fieldWords.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Loading } from '../ui/Loading.tsx'
import { FieldValue } from '../records/FieldValue.tsx'

const shown = 100

/** What an entry changed: each field with what it held before, and what it holds since. */
export function EntryChanges({ engagementId, deviceId, seq }: { engagementId: string; deviceId: string; seq: number }) {
  const { data, error } = useEngineQuery('journal.entry', { engagementId, deviceId, seq, limit: shown })
  if (data === undefined) return error === null ? <Loading /> : <ErrorNote error={error} />
  const { changes, total, hash } = data
  return (
    <>
      <Table aria-label={`Changes of entry ${seq}`} layout="fixed" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Paper and field</Table.Th>
            <Table.Th>Before</Table.Th>
            <Table.Th>After</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {changes.map(({ entity, id, words, field, before, value }) => (
            <Table.Tr key={`${entity} ${id} ${field}`}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{`${words}: ${fieldWords(field)}`}</Table.Td>
              <Table.Td>
                <FieldValue field={field} value={before} />
              </Table.Td>
              <Table.Td>
                <FieldValue field={field} value={value} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > changes.length ? <Text size="sm">{`and ${total - changes.length} more`}</Text> : null}
      <Code block mt="xs">{`hash ${hash}`}</Code>
    </>
  )
}
