import { Stack, Table, Text, Title } from '@mantine/core'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { instantWords } from '../ui/dates.ts'
import { signerWords } from './bundleWords.ts'

/** What came from others, newest first: from whom, made when, taken by whom, and what it brought. */
export function ReceivedBundles({ engagementId }: { engagementId: string }) {
  const { data, error } = useEngineQuery('bundle.received', { engagementId })
  if (data === undefined) return <ErrorNote error={error} />
  return (
    <Stack gap="xs" component="section" aria-label="Received">
      <Title order={2} size="h4">
        Received
      </Title>
      {data.received.length === 0 ? (
        <Text size="sm">Nothing of this engagement came from anybody else yet.</Text>
      ) : (
        <Table verticalSpacing={4} aria-label="Received">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">Made</Table.Th>
              <Table.Th scope="col">From</Table.Th>
              <Table.Th scope="col">By way of</Table.Th>
              <Table.Th scope="col">Signer then</Table.Th>
              <Table.Th scope="col">Purpose</Table.Th>
              <Table.Th scope="col">Taken</Table.Th>
              <Table.Th scope="col">Entries</Table.Th>
              <Table.Th scope="col">Conflicts</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.received.map(
              ({ bundleId, createdAt, exporter, signerStatus, purpose, way, by, at, added, conflicts }) => (
                <Table.Tr key={bundleId}>
                  <Table.Td>{instantWords(createdAt)}</Table.Td>
                  <Table.Td>{exporter}</Table.Td>
                  <Table.Td>{way === 'bundle' ? 'a bundle' : 'the folder'}</Table.Td>
                  <Table.Td>{signerWords[signerStatus]}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{purpose}</Table.Td>
                  <Table.Td>{`${instantWords(at)} by ${by}`}</Table.Td>
                  <Table.Td>{added}</Table.Td>
                  <Table.Td>{conflicts}</Table.Td>
                </Table.Tr>
              ),
            )}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}
