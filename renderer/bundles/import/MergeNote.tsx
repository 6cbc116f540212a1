import { Alert, List, Stack, Table, Text, Title } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import type { MergePreview } from '../../../shared/contract/bundleImport.ts'
import { fieldWords } from '../../../shared/record/fieldWords.ts'
import { instantWords } from '../../ui/dates.ts'
import { countWords } from '../bundleWords.ts'

/** What importing would do to this store, told before it is done. */
export function MergeNote({ merge, exporter }: { merge: MergePreview; exporter: string }) {
  const { isNewEngagement, entries, unknownToMaker, adds, changes, removes, refusal } = merge
  return (
    <Stack gap="xs" component="section" aria-label="What importing would do">
      <Title order={3} size="h5">
        What importing would do
      </Title>
      {refusal === null ? null : (
        <Alert role="alert" color="red" title={refusal.code}>
          {refusal.message}
        </Alert>
      )}
      <Older merge={merge} exporter={exporter} />
      <Text size="sm">
        {isNewEngagement
          ? `This store does not have the engagement yet: it gets all of it, ${countWords(entries, 'entry', 'entries')}.`
          : entries === 0
            ? 'Nothing: this store has every entry of the bundle already.'
            : `${countWords(entries, 'entry', 'entries')} that this store lacks.`}
        {unknownToMaker === 0
          ? ''
          : ` ${exporter} did not have ${countWords(unknownToMaker, 'entry', 'entries')} of this store.`}
      </Text>
      <List size="sm">
        <PaperCounts verb="Adds" papers={adds} />
        <PaperCounts verb="Changes" papers={changes} />
        <PaperCounts verb="Removes" papers={removes} />
      </List>
      <ComingConflicts merge={merge} exporter={exporter} />
    </Stack>
  )
}

function Older({ merge: { older, newerSeen }, exporter }: { merge: MergePreview; exporter: string }) {
  if (older === null && newerSeen === null) return null
  return (
    <Alert color="red" icon={<IconHistory />} title="An older bundle than the last one seen">
      {older === null
        ? ''
        : `It knows entry ${older.found} of ${exporter}; this store has seen entry ${older.known} of theirs. `}
      {newerSeen === null
        ? ''
        : `A bundle that was made on ${instantWords(newerSeen.createdAt)} was taken on ${instantWords(newerSeen.at)}. `}
      Importing it loses nothing; ask whether it is the file that was meant.
    </Alert>
  )
}

function PaperCounts({ verb, papers }: { verb: string; papers: MergePreview['adds'] }) {
  if (papers.length === 0) return null
  return (
    <List.Item>
      {`${verb}: ${papers.map(({ entity, papers: count }) => `${count} × ${fieldWords(entity)}`).join(', ')}`}
    </List.Item>
  )
}

function ComingConflicts({ merge: { conflicts, conflictCount }, exporter }: { merge: MergePreview; exporter: string }) {
  if (conflictCount === 0) return <Text size="sm">No field was changed on both sides.</Text>
  return (
    <>
      <Text size="sm">{`${countWords(conflictCount, 'field')} changed on both sides: both values are kept until somebody decides.`}</Text>
      <Table striped verticalSpacing={4} layout="fixed" aria-label="Fields changed on both sides">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Paper and field</Table.Th>
            <Table.Th scope="col">Here</Table.Th>
            <Table.Th scope="col">{`From ${exporter}`}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {conflicts.map(({ entity, id, field, paper, mineWords, theirsWords }) => (
            <Table.Tr key={`${entity} ${id} ${field}`}>
              <Table.Td>{`${paper}: ${fieldWords(field)}`}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{mineWords}</Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{theirsWords}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {conflictCount > conflicts.length ? (
        <Text size="sm">{`and ${conflictCount - conflicts.length} more`}</Text>
      ) : null}
    </>
  )
}
