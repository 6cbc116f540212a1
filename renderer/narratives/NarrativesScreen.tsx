import { Anchor, Group, SegmentedControl, Table, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useRef, useState } from 'react'
import type { NarrativeSummary } from '../../shared/contract/narrative.ts'
import { narrativeKindNames } from '../../shared/narrative/kindNames.ts'
import { links } from '../app/links.ts'
import { useRouteParam } from '../app/params.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ChangeButton } from '../ui/ChangeButton.tsx'
import { instantWords } from '../ui/dates.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Screen } from '../ui/Screen.tsx'
import { searchWords, shownRows } from '../ui/shownRows.ts'
import { useKeys } from '../ui/useKeys.ts'
import { NewNarrative } from './NewNarrative.tsx'

const all = 'all'

/** What the practitioners wrote beside the papers that have a form of their own: processes, matters, meetings. */
export function NarrativesScreen() {
  const engagementId = useRouteParam('engagementId')
  const list = useEngineQuery('narrative.list', { engagementId })
  const [isWriting, writing] = useDisclosure(false)
  const [words, setWords] = useState('')
  const [kind, setKind] = useState<string>(all)
  const search = useRef<HTMLInputElement>(null)
  useKeys([
    { keys: '/', label: 'Find a narrative or note', run: () => search.current?.focus() },
    { keys: 'n', label: 'New narrative or note', changes: true, run: writing.open },
  ])
  const narratives = list.data?.narratives ?? []
  const wanted = words.trim().toLowerCase()
  const shown = narratives.filter(
    (narrative) => (kind === all || narrative.kind === kind) && searchText(narrative).includes(wanted),
  )
  const ids = shown.map(({ narrativeId }) => narrativeId)
  const kindWords = kinds.filter(({ value }) => value === kind && value !== all).map(({ label }) => label)
  return (
    <Screen
      title="Narratives and notes"
      actions={
        <>
          <ListActions
            name="Narratives and notes"
            selection={{ list: 'narratives', engagementId, ...shownRows(ids, [...searchWords(words), ...kindWords]) }}
            disabled={shown.length === 0}
          />
          <ChangeButton onClick={writing.open}>New narrative or note</ChangeButton>
        </>
      }
    >
      {list.isPending ? <Loading /> : null}
      <ErrorNote error={list.error} />
      {list.data?.narratives.length === 0 ? (
        <EmptyState
          title="Nothing written yet"
          text="Write how a process works, a memorandum on a matter, or what was said in a meeting. It is saved while you type, and reviewed and signed as every paper."
          action={<ChangeButton onClick={writing.open}>Write the first one</ChangeButton>}
        />
      ) : null}
      {narratives.length === 0 ? null : (
        <>
          <Group>
            <TextInput
              ref={search}
              aria-label="Find a narrative or note"
              placeholder="Find by title or people ( / )"
              w={320}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            <SegmentedControl size="xs" aria-label="Kind" data={kinds} value={kind} onChange={setKind} />
          </Group>
          <NarrativeTable engagementId={engagementId} narratives={shown} />
        </>
      )}
      {isWriting ? <NewNarrative engagementId={engagementId} onClose={writing.close} /> : null}
    </Screen>
  )
}

const kinds = [
  { value: all, label: 'All' },
  ...Object.entries(narrativeKindNames).map(([value, name]) => ({ value, label: `${name}s` })),
]

const searchText = ({ title, metWith }: NarrativeSummary) => `${title} ${metWith ?? ''}`.toLowerCase()

type NarrativeTableProps = { engagementId: string; narratives: readonly NarrativeSummary[] }

function NarrativeTable({ engagementId, narratives }: NarrativeTableProps) {
  return (
    <Table highlightOnHover aria-label="Narratives and notes">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Title</Table.Th>
          <Table.Th>Kind</Table.Th>
          <Table.Th>Day</Table.Th>
          <Table.Th>Took part</Table.Th>
          <Table.Th>Files</Table.Th>
          <Table.Th>Last changed</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {narratives.map(({ narrativeId, title, kind, heldOn, metWith, evidence, by, at }) => (
          <Table.Tr key={narrativeId}>
            <Table.Td>
              <Anchor href={links.narrative(engagementId, narrativeId)}>{title}</Anchor>
            </Table.Td>
            <Table.Td>{narrativeKindNames[kind]}</Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>{heldOn}</Table.Td>
            <Table.Td>{metWith}</Table.Td>
            <Table.Td>{evidence === 0 ? '' : evidence}</Table.Td>
            <Table.Td>{`${by}, ${instantWords(at)}`}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
