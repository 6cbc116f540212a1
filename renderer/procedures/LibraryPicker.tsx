import { Badge, Button, Group, Modal, Paper, ScrollArea, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { LibraryProcedure } from '../../shared/contract/library.ts'
import { natureWords, timingWords } from '../../shared/procedure/procedureWords.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

type LibraryPickerProps = { controlId: string; controlCriteria: readonly string[]; onClose: () => void }

/** Procedures to begin from: those for the criteria of the control, or all, by words. */
export function LibraryPicker({ controlId, controlCriteria, onClose }: LibraryPickerProps) {
  const [words, setWords] = useState('')
  const [query] = useDebouncedValue(words, 150)
  const [scope, setScope] = useState<'control' | 'all'>('control')
  const use = useEngineCommand('library.use', { quiet: true })
  const { data, error } = useEngineQuery(
    'library.list',
    { query, ...(scope === 'control' ? { controlId } : {}) },
    { keepsPrevious: true },
  )
  const choose = ({ libraryProcedureId }: LibraryProcedure) =>
    void use.run({ libraryProcedureId, controlId }).then(onClose, () => undefined)
  return (
    <Modal opened onClose={onClose} title="Procedures of the library" size={860}>
      <Stack gap="sm">
        <Group>
          <TextInput
            data-autofocus
            aria-label="Search the library"
            placeholder="Search by words"
            flex={1}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label="Which procedures"
            data={[
              { value: 'control', label: `For ${controlCriteria.join(', ') || 'this control'}` },
              { value: 'all', label: 'All criteria' },
            ]}
            value={scope}
            onChange={(value) => setScope(value === 'all' ? 'all' : 'control')}
          />
        </Group>
        <ErrorNote error={error ?? use.error} />
        <ScrollArea.Autosize mah={440} viewportProps={{ tabIndex: 0, 'aria-label': 'Procedures of the library' }}>
          <Stack gap="xs">
            {data?.procedures.map((procedure) => (
              <LibraryEntry
                key={procedure.libraryProcedureId}
                procedure={procedure}
                pending={use.pending}
                onUse={() => choose(procedure)}
              />
            ))}
            {data?.procedures.length === 0 ? (
              <Text size="sm">
                Nothing matches. Keep a procedure of a control, or write one in the settings, to find it here.
              </Text>
            ) : null}
          </Stack>
        </ScrollArea.Autosize>
      </Stack>
    </Modal>
  )
}

type LibraryEntryProps = { procedure: LibraryProcedure; pending: boolean; onUse: () => void }

function LibraryEntry({ procedure, pending, onUse }: LibraryEntryProps) {
  const { title, nature, timing, origin, text, attributes } = procedure
  return (
    <Paper withBorder p="xs">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Text size="sm" fw={600}>
              {title}
            </Text>
            <Badge variant="outline">{natureWords[nature]}</Badge>
            {timing === null ? null : <Badge variant="outline">{timingWords[timing]}</Badge>}
            {origin === 'firm' ? <Badge color="blue.9">the firm&apos;s own</Badge> : null}
          </Group>
          <Text size="sm">{text}</Text>
          {attributes.length === 0 ? null : (
            <Text size="xs">{attributes.map((each) => `${each.letter} ${each.text}`).join(' · ')}</Text>
          )}
        </div>
        <Button
          size="compact-sm"
          variant="default"
          style={{ flexShrink: 0 }}
          loading={pending}
          aria-label={`Use: ${text}`}
          onClick={onUse}
        >
          Use
        </Button>
      </Group>
    </Paper>
  )
}
