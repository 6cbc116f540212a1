import { Anchor, Badge, Button, Group, Stack, Switch, Table, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { LibraryProcedure } from '../../../shared/contract/library.ts'
import { natureWords } from '../../../shared/procedure/procedureWords.ts'
import { useEngineCommand, useEngineQuery } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { ListActions } from '../../ui/ListActions.tsx'
import { ReasonForm } from '../../ui/ReasonForm.tsx'
import { searchWords, shownRows } from '../../ui/shownRows.ts'
import { LibraryForm } from './LibraryForm.tsx'

type Opened = { kind: 'change'; procedure: LibraryProcedure | null } | { kind: 'retire'; procedure: LibraryProcedure }

/** The firm's own procedures, beside those that come with the program. */
export function Library() {
  const [words, setWords] = useState('')
  const [query] = useDebouncedValue(words, 150)
  const [retired, setRetired] = useState(false)
  const [isOwn, setOwn] = useState(true)
  const [opened, setOpened] = useState<Opened | null>(null)
  const list = useEngineQuery(
    'library.list',
    { query, retired, ...(isOwn ? { origin: 'firm' as const } : {}) },
    { keepsPrevious: true },
  )
  const ids = (list.data?.procedures ?? []).map(({ libraryProcedureId }) => libraryProcedureId)
  const filters = [...searchWords(query), ...(isOwn ? ["the firm's own"] : []), ...(retired ? [] : ['not retired'])]
  const close = () => setOpened(null)
  return (
    <section aria-labelledby="procedure-library">
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} id="procedure-library">
            Library of procedures
          </Title>
          <Group gap="xs">
            <ListActions
              name="Library of procedures"
              size="xs"
              selection={{ list: 'library', ...shownRows(ids, filters) }}
              disabled={ids.length === 0}
            />
          </Group>
        </Group>
        <Text size="sm">
          What every engagement can begin from. A control takes a copy: what is changed here changes no engagement.
        </Text>
        <Group>
          <TextInput
            size="xs"
            w={260}
            aria-label="Search the library"
            placeholder="Search by words"
            maxLength={200}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <Switch
            size="xs"
            label="Only the firm's own"
            checked={isOwn}
            onChange={(event) => setOwn(event.currentTarget.checked)}
          />
          <Switch
            size="xs"
            label="Retired ones as well"
            checked={retired}
            onChange={(event) => setRetired(event.currentTarget.checked)}
          />
          <Button size="xs" onClick={() => setOpened({ kind: 'change', procedure: null })}>
            Write a procedure
          </Button>
        </Group>
        <ErrorNote error={list.error} />
        {list.data?.procedures.length === 0 ? (
          <Text size="sm">Nothing here yet. Write one, or keep one from a control: “More” beside a procedure.</Text>
        ) : (
          <LibraryTable procedures={list.data?.procedures ?? []} onOpen={setOpened} />
        )}
      </Stack>
      {opened?.kind === 'change' ? <LibraryForm procedure={opened.procedure} onClose={close} /> : null}
      {opened?.kind === 'retire' ? <Retire procedure={opened.procedure} onClose={close} /> : null}
    </section>
  )
}

type LibraryTableProps = { procedures: readonly LibraryProcedure[]; onOpen: (opened: Opened) => void }

function LibraryTable({ procedures, onOpen }: LibraryTableProps) {
  return (
    <Table fz="sm" aria-label="Library of procedures">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Procedure</Table.Th>
          <Table.Th w={140}>Criteria</Table.Th>
          <Table.Th w={130}>Nature</Table.Th>
          <Table.Th w={130}>Action</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {procedures.map((procedure) => {
          const { libraryProcedureId, title, text, criteria, nature, origin, retiredBecause } = procedure
          const isOwn = origin === 'firm'
          return (
            <Table.Tr key={libraryProcedureId}>
              <Table.Td>
                <Group gap="xs">
                  {isOwn ? (
                    <Anchor component="button" size="sm" onClick={() => onOpen({ kind: 'change', procedure })}>
                      {title}
                    </Anchor>
                  ) : (
                    <Text size="sm">{title}</Text>
                  )}
                  {retiredBecause === null ? null : (
                    <Badge variant="outline" color="gray">
                      retired
                    </Badge>
                  )}
                </Group>
                <Text size="xs" lineClamp={2}>
                  {retiredBecause === null ? text : `Retired because: ${retiredBecause}`}
                </Text>
              </Table.Td>
              <Table.Td>{criteria.join(', ')}</Table.Td>
              <Table.Td>{natureWords[nature]}</Table.Td>
              <Table.Td>
                {isOwn ? (
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${retiredBecause === null ? 'Retire' : 'Offer again'}: ${title}`}
                    onClick={() => onOpen({ kind: 'retire', procedure })}
                  >
                    {retiredBecause === null ? 'Retire…' : 'Offer again…'}
                  </Button>
                ) : (
                  <Text size="xs">with the program</Text>
                )}
              </Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}

function Retire({ procedure, onClose }: { procedure: LibraryProcedure; onClose: () => void }) {
  const { libraryProcedureId, title, retiredBecause } = procedure
  const retire = useEngineCommand('library.retire', { quiet: true })
  const retired = retiredBecause === null
  return (
    <ReasonForm
      title={retired ? `Retire “${title}”` : `Offer “${title}” again`}
      label="Reason"
      error={retire.error}
      pending={retire.pending}
      onClose={onClose}
      onSubmit={(reason) => void retire.run({ libraryProcedureId, retired, reason }).then(onClose, () => undefined)}
    />
  )
}
