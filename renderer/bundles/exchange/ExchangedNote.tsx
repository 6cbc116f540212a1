import { Alert, Stack, Table, Text } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { sizeWords } from '../../evidence/evidenceWords.ts'
import { countWords } from '../bundleWords.ts'

type Done = ResultOf<'exchange.sync'>

/** What an exchange came to: from whom what was taken, what was left, and which files were not taken. */
export function ExchangedNote({ done }: { done: Done }) {
  const { taken, left, waiting, refused, conflicts, toSettle, missingFiles } = done
  const news = taken.filter(({ added, evidence }) => added > 0 || evidence > 0)
  return (
    <Stack gap="xs">
      <Alert
        role="status"
        variant="default"
        icon={<IconCircleCheck />}
        title={news.length === 0 && left === null ? 'Nothing new on either side' : 'Exchanged'}
      >
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {left === null
            ? 'Nothing had to be left for others.'
            : `Left for others: ${countWords(left.entries, 'entry', 'entries')}, ${countWords(left.evidence, 'file')} of evidence (${sizeWords(left.bytes)}), in ${left.file}.`}
        </Text>
        {conflicts === 0 && toSettle === 0 ? null : (
          <Text size="sm">{`${countWords(conflicts, 'field')} to decide on, ${countWords(toSettle, 'other point')} to settle: see above.`}</Text>
        )}
        {missingFiles === 0 ? null : (
          <Text size="sm">{`${countWords(missingFiles, 'file')} of evidence that papers name did not arrive yet.`}</Text>
        )}
      </Alert>
      {news.length === 0 ? null : <Taken news={news} />}
      <LeftFiles waiting={waiting} refused={refused} />
    </Stack>
  )
}

function Taken({ news }: { news: Done['taken'] }) {
  return (
    <Table fz="sm" verticalSpacing={4} aria-label="Taken from others">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">From</Table.Th>
          <Table.Th scope="col">Entries</Table.Th>
          <Table.Th scope="col">Evidence</Table.Th>
          <Table.Th scope="col">Conflicts</Table.Th>
          <Table.Th scope="col">File</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {news.map(({ file, from, added, evidence, conflicts }) => (
          <Table.Tr key={file}>
            <Table.Td>{from}</Table.Td>
            <Table.Td>{added}</Table.Td>
            <Table.Td>{evidence}</Table.Td>
            <Table.Td>{conflicts}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{file}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Files of the folder that were not taken: those that are looked at again, and those of which nothing is taken. */
export function LeftFiles({ waiting, refused }: Pick<Done, 'waiting' | 'refused'>) {
  const rows = [
    ...refused.map((file) => ({ ...file, what: 'refused' })),
    ...waiting.map((file) => ({ ...file, what: 'waits' })),
  ]
  if (rows.length === 0) return null
  return (
    <Table fz="sm" verticalSpacing={4} aria-label="Files that were not taken">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Not taken</Table.Th>
          <Table.Th scope="col">File</Table.Th>
          <Table.Th scope="col">Why</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ what, file, message }) => (
          <Table.Tr key={`${what} ${file}`}>
            <Table.Td>{what}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{file}</Table.Td>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{message}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
