import { Code, ScrollArea, Stack, Table, Text } from '@mantine/core'
import type { PackageFinding, PackageProblem } from '../../../shared/contract/package.ts'
import { sizeWords } from '../evidenceWords.ts'

/** Rows of a list that are shown. */
const mostShown = 200

const problemWords: Record<PackageProblem['kind'], string> = {
  missing: 'Missing',
  not_in_index: 'Not in the index',
  hash_differs: 'Hash differs',
  empty: 'Empty',
  twice: 'Twice',
  unknown_request: 'Unknown request',
  name_unclear: 'Name unclear',
  refused: 'Not taken',
}

/** What is in a package, and what is worth a question about its completeness. */
export function PackageContents({ found }: { found: PackageFinding }) {
  const { sha256, bytes, files, problems, index } = found
  return (
    <Stack gap="xs">
      <Text size="sm">
        {`${files.length} files, ${sizeWords(bytes)}${index === null ? '' : `, ${index.rows} rows in the index`}. SHA-256 of the package: `}
        <Code style={{ overflowWrap: 'anywhere' }}>{sha256}</Code>
      </Text>
      <Problems problems={problems} hasIndex={index !== null} />
      <Files files={files} />
    </Stack>
  )
}

function Problems({ problems, hasIndex }: { problems: readonly PackageProblem[]; hasIndex: boolean }) {
  if (problems.length === 0) {
    return hasIndex ? (
      <Text size="sm" role="status">
        Complete by its index: nothing is missing, and nothing differs.
      </Text>
    ) : null
  }
  return (
    <ScrollArea.Autosize mah={220} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Completeness' }}>
      <Table fz="sm" verticalSpacing={2} captionSide="top" stickyHeader aria-label="Completeness">
        <Table.Caption>{captionOf('Worth a question', problems.length)}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">What</Table.Th>
            <Table.Th scope="col">File</Table.Th>
            <Table.Th scope="col">Row</Table.Th>
            <Table.Th scope="col">Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {problems.slice(0, mostShown).map(({ kind, path, row, says }) => (
            <Table.Tr key={`${kind} ${path} ${row}`}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{problemWords[kind]}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{path}</Table.Td>
              <Table.Td>{row}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{says}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

function Files({ files }: Pick<PackageFinding, 'files'>) {
  return (
    <ScrollArea.Autosize mah={240} viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': 'Files' }}>
      <Table fz="sm" verticalSpacing={2} captionSide="top" stickyHeader aria-label="Files">
        <Table.Caption>{captionOf('Files', files.length)}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">File</Table.Th>
            <Table.Th scope="col">Answers</Table.Th>
            <Table.Th scope="col">Size</Table.Th>
            <Table.Th scope="col">SHA-256</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {files.slice(0, mostShown).map(({ path, size, sha256, requests }) => (
            <Table.Tr key={path}>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{path}</Table.Td>
              <Table.Td>{requests.length === 0 ? 'the engagement' : requests.join(', ')}</Table.Td>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{sizeWords(size)}</Table.Td>
              <Table.Td>
                <Code title={sha256}>{sha256.slice(0, 16)}…</Code>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}

function captionOf(name: string, count: number): string {
  return count > mostShown ? `${name}: the first ${mostShown} of ${count}` : `${name} (${count})`
}
