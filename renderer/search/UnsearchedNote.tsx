import { Anchor, Button, Group, Stack, Table, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useEngineQuery } from '../engine/hooks.ts'
import { recordLink } from '../records/recordLink.ts'

const reasonWords = {
  waiting: 'not read yet; it is read in the background',
  no_text: 'has no text, such as a picture or a scan',
  unreadable: 'could not be read: damaged, with a password, or too large for its reader',
  too_large: 'larger than 32 MB',
  missing: 'its bytes are not in this store',
} as const

/** Files that are found by their name alone, so that nobody takes silence for absence. */
export function UnsearchedNote({ engagementId }: { engagementId: string | undefined }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const { data } = useEngineQuery(
    'search.unsearched',
    { limit: 200, ...(engagementId === undefined ? {} : { engagementId }) },
    { keepsPrevious: true },
  )
  if (data === undefined || data.total === 0) return null
  const { total, files } = data
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text size="sm">
          {total === 1
            ? '▲ One file is found by its name alone: its text is not searched.'
            : `▲ ${total} files are found by their names alone: their text is not searched.`}
        </Text>
        <Button size="compact-xs" variant="default" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? 'Hide them' : 'Which, and why'}
        </Button>
      </Group>
      {isOpen ? (
        <Table fz="sm" verticalSpacing={2} aria-label="Files whose text is not searched">
          <Table.Tbody>
            {files.map(({ engagementId: of, evidenceId, name, reason }) => (
              <Table.Tr key={evidenceId}>
                <Table.Td>
                  <Anchor size="sm" href={recordLink(of, { kind: 'evidence', id: evidenceId })}>
                    {name}
                  </Anchor>
                </Table.Td>
                <Table.Td>{reasonWords[reason]}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {isOpen && total > files.length ? <Text size="xs">{`The first ${files.length} are shown.`}</Text> : null}
    </Stack>
  )
}
