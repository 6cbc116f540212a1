import { Chip, Group, MultiSelect, Stack, Table, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import {
  type ComparedChange,
  comparedChanges,
  type ComparedKind,
  comparedKinds,
} from '../../shared/compare/compared.ts'
import type { ComparedRow } from '../../shared/contract/compare.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { ListActions } from '../ui/ListActions.tsx'
import { Loading } from '../ui/Loading.tsx'
import { shownRows } from '../ui/shownRows.ts'
import { ComparedLine } from './ComparedLine.tsx'
import { changeTitles, kindTitles } from './compareWords.ts'

/** Rows that are drawn at once; what is further is found by narrowing, and is in every export. */
const mostRows = 500

type Two = { engagementId: string; priorEngagementId: string }

/** What differs between two engagements, narrowed by kind, change and words. */
export function Differences({ engagementId, priorEngagementId }: Two) {
  const [kinds, setKinds] = useState<ComparedKind[]>([])
  const [changes, setChanges] = useState<ComparedChange[]>(['added', 'changed', 'removed'])
  const [text, setText] = useState('')
  const [query] = useDebouncedValue(text, 150)
  const selection = { ...(kinds.length === 0 ? {} : { kinds }), changes, ...(query.trim() === '' ? {} : { query }) }
  const { data, error } = useEngineQuery(
    'engagement.compare',
    { engagementId, priorEngagementId, ...selection, limit: mostRows },
    { keepsPrevious: true },
  )
  if (data === undefined) return error === null ? <Loading /> : <ErrorNote error={error} />
  const rows = comparedKinds.flatMap((kind) => comparedChanges.flatMap((change): ComparedRow[] => data[change][kind]))
  const count = (change: ComparedChange) =>
    comparedKinds.reduce((sum, kind) => sum + (data.counts[kind]?.[change] ?? 0), 0)
  const isNarrowed = kinds.length > 0 || query.trim() !== '' || changes.length < comparedChanges.length
  const words = [...changes.map((each) => changeTitles[each]), ...kinds.map((each) => kindTitles[each]), query.trim()]
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="end">
        <Group align="end">
          <Chip.Group
            multiple
            value={changes}
            onChange={(chosen) => setChanges(comparedChanges.filter((each) => chosen.includes(each)))}
          >
            <Group gap={6} role="group" aria-label="What became of it">
              {comparedChanges.map((change) => (
                <Chip key={change} size="xs" value={change}>
                  {changeTitles[change]} ({count(change)})
                </Chip>
              ))}
            </Group>
          </Chip.Group>
          <MultiSelect
            size="xs"
            w={300}
            label="Kinds"
            placeholder={kinds.length === 0 ? 'all' : ''}
            data={comparedKinds.map((kind) => ({ value: kind, label: kindTitles[kind] }))}
            value={kinds}
            onChange={(chosen) => setKinds(comparedKinds.filter((each) => chosen.includes(each)))}
          />
          <TextInput size="xs" label="Words" value={text} onChange={(event) => setText(event.currentTarget.value)} />
        </Group>
        <Group gap="xs">
          <ListActions
            name="Comparison"
            size="xs"
            selection={{
              list: 'comparison',
              engagementId,
              priorEngagementId,
              ...(isNarrowed && data.total <= mostRows
                ? shownRows(
                    rows.map(({ id }) => id),
                    words.filter((word) => word !== ''),
                  )
                : {}),
            }}
            disabled={rows.length === 0}
          />
        </Group>
      </Group>
      {rows.length === 0 ? (
        <Text size="sm">Nothing of this kind. Other filters show more.</Text>
      ) : (
        <Rows {...{ engagementId, rows }} />
      )}
      {data.total > rows.length ? (
        <Text size="sm">
          The first {rows.length} of {data.total}; narrow them by kind or words, or export all.
        </Text>
      ) : null}
    </Stack>
  )
}

function Rows({ engagementId, rows }: { engagementId: string; rows: readonly ComparedRow[] }) {
  return (
    <Table fz="sm" verticalSpacing={4} aria-label="Differences">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w={120}>
            Kind
          </Table.Th>
          <Table.Th scope="col" w={130}>
            Change
          </Table.Th>
          <Table.Th scope="col" w={240}>
            What
          </Table.Th>
          <Table.Th scope="col">Prior period → this period</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <ComparedLine key={row.id} engagementId={engagementId} row={row} />
        ))}
      </Table.Tbody>
    </Table>
  )
}
