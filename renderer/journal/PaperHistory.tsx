import { Button, Collapse, Stack, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { PaperEntry, PaperTarget } from '../../shared/contract/paper.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { fieldWords } from '../../shared/record/fieldWords.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { FieldValue } from '../records/FieldValue.tsx'

/** Entries that are shown at first, and added by every press of the button. */
const step = 10

/** How a paper came to say what it says, from the journal: who changed what, from what to what. */
export function PaperHistory({ paper }: { paper: PaperTarget }) {
  const [isOpen, history] = useDisclosure(false)
  return (
    <Stack gap={4} align="start">
      <Button size="compact-sm" variant="default" aria-expanded={isOpen} onClick={history.toggle}>
        {isOpen ? 'Hide the history' : 'History'}
      </Button>
      <Collapse expanded={isOpen} w="100%">
        {isOpen ? <Entries paper={paper} /> : null}
      </Collapse>
    </Stack>
  )
}

function Entries({ paper }: { paper: PaperTarget }) {
  const [limit, setLimit] = useState(step)
  const { data, error } = useEngineQuery('paper.history', { target: paper, limit }, { keepsPrevious: true })
  if (data === undefined) return <ErrorNote error={error} />
  const { total, entries } = data
  return (
    <Stack gap={4}>
      <Table aria-label="History of the paper" fz="sm" verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Where</Table.Th>
            <Table.Th>Before</Table.Th>
            <Table.Th>After</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {entries.map((entry) => (
          <EntryRows key={`${entry.deviceId} ${entry.seq}`} entry={entry} />
        ))}
      </Table>
      {total > entries.length ? (
        <Button size="compact-sm" variant="default" onClick={() => setLimit(limit + step)}>
          {`${total - entries.length} earlier entries`}
        </Button>
      ) : null}
    </Stack>
  )
}

function EntryRows({ entry: { at, actor, title, changes, moreChanges } }: { entry: PaperEntry }) {
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th colSpan={3} scope="rowgroup">
          {instantWords(at)} · {actor} · {title}
        </Table.Th>
      </Table.Tr>
      {changes.map(({ entity, id, words, field, before, value }) => (
        <Table.Tr key={`${entity} ${id} ${field}`}>
          <Table.Td>{[words, fieldWords(field)].filter((part) => part !== '').join(': ')}</Table.Td>
          <Table.Td>
            <FieldValue field={field} value={before} />
          </Table.Td>
          <Table.Td>
            <FieldValue field={field} value={value} />
          </Table.Td>
        </Table.Tr>
      ))}
      {moreChanges === 0 ? null : (
        <Table.Tr>
          <Table.Td colSpan={3}>{moreChanges === 1 ? 'and 1 more field' : `and ${moreChanges} more fields`}</Table.Td>
        </Table.Tr>
      )}
    </Table.Tbody>
  )
}
