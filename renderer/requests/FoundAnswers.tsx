import { Stack, Table, Text } from '@mantine/core'
import type { ResultOf } from '../../shared/contract/index.ts'

/** Rows of a table that are shown; a list that goes wrong as a whole does so in its first rows. */
const mostShown = 200

/** What a list that came back would change: which rows match, differ or cannot be taken, and what is still missing. */
export function FoundAnswers({ found }: { found: ResultOf<'request.import'> }) {
  const { matched, added, unchanged, unmatched, differing, missing, otherColumns } = found
  return (
    <Stack gap="xs">
      <Text>{`${matched} rows match: ${added} new, ${differing.length} differ from what is recorded, ${unchanged} are recorded already.`}</Text>
      <FoundTable
        caption="Rows that are not taken"
        heads={['Row', 'Item', 'Reason']}
        rows={unmatched.map(({ row, itemId, reason }) => [String(row), itemId, reason])}
      />
      <FoundTable
        caption="Answers that differ"
        heads={['Item', 'Recorded', 'In the file']}
        rows={differing.map(({ itemId, recorded, found: inFile }) => [itemId, recorded, inFile])}
      />
      {otherColumns.length === 0 ? null : (
        <Text size="sm">{`Not on the list that was sent, and not taken: the columns ${shortList(otherColumns)}.`}</Text>
      )}
      <Text size="sm">
        {missing.length === 0 ? 'Every item has an answer then.' : `Still without an answer: ${shortList(missing)}.`}
      </Text>
    </Stack>
  )
}

function FoundTable({ caption, heads, rows }: { caption: string; heads: string[]; rows: string[][] }) {
  if (rows.length === 0) return null
  const rest = rows.length - mostShown
  return (
    <Table fz="sm" captionSide="top">
      <Table.Caption>{rest > 0 ? `${caption}: the first ${mostShown}, and ${rest} more` : caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {heads.map((head) => (
            <Table.Th key={head}>{head}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.slice(0, mostShown).map((cells) => (
          <Table.Tr key={cells.join('\n')}>
            {heads.map((head, at) => (
              <Table.Td key={head} style={{ overflowWrap: 'anywhere' }}>
                {shortened(cells[at] ?? '')}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const longestShown = 300

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}

const mostNamed = 20

function shortList(names: readonly string[]): string {
  const rest = names.length - mostNamed
  return `${names.slice(0, mostNamed).map(shortened).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
}
