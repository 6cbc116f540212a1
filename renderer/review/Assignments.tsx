import { Drawer, Select, Table, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { useEngineCommand, useEngineQuery } from '../engine/hooks.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { useReadOnlyReason } from '../ui/readOnly.ts'
import { sectionWords } from './sectionWords.ts'

type Listed = ResultOf<'assignment.list'>
type Assignment = Listed['assignments'][number]

/** Who works on what, section by section and paper by paper. It is said to the others and keeps nobody out. */
export function Assignments({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const { data, error } = useEngineQuery('assignment.list', { engagementId })
  const { sections = [], people = [], assignments = [] } = data ?? {}
  const ofPapers = assignments.filter(({ target }) => target.entity !== 'section')
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="xl"
      title="Who works on what"
      closeButtonProps={{ 'aria-label': 'Close who works on what' }}
    >
      <Text size="sm">Others see it, here and in bundles. It keeps nobody out.</Text>
      <ErrorNote error={error} />
      <Table aria-label="Sections and who works on them" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Section</Table.Th>
            <Table.Th>Person</Table.Th>
            <Table.Th>Note</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sections.map((section) => {
            const assignment = assignments.find(({ target }) => target.entity === 'section' && target.id === section)
            return (
              <SectionRow
                key={`${section} ${assignment?.at ?? ''}`}
                engagementId={engagementId}
                section={section}
                people={people}
                assignment={assignment}
              />
            )
          })}
          {ofPapers.map(({ target, words, person, note, at }) => (
            <Table.Tr key={`${target.entity} ${target.id}`}>
              <Table.Td>{words}</Table.Td>
              <Table.Td>{person}</Table.Td>
              <Table.Td>{note ?? `since ${instantWords(at)}`}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Drawer>
  )
}

type SectionRowProps = {
  engagementId: string
  section: string
  people: Listed['people']
  assignment: Assignment | undefined
}

function SectionRow({ engagementId, section, people, assignment }: SectionRowProps) {
  const save = useEngineCommand('assignment.save', { quiet: true })
  const release = useEngineCommand('assignment.release', { quiet: true })
  const isReadOnly = useReadOnlyReason() !== null
  const [note, setNote] = useState(assignment?.note ?? '')
  const target = { entity: 'section', id: section } as const
  const words = sectionWords(section)
  const give = (practitionerId: string | null) =>
    void (
      practitionerId === null
        ? release.run({ engagementId, target })
        : save.run({ engagementId, target, practitionerId, note })
    ).catch(() => undefined)
  return (
    <Table.Tr>
      <Table.Td>{words}</Table.Td>
      <Table.Td>
        <Select
          size="xs"
          aria-label={`Who works on ${words}`}
          placeholder="Nobody"
          clearable
          disabled={isReadOnly}
          data={people.map(({ practitionerId, name }) => ({ value: practitionerId, label: name }))}
          value={assignment?.practitionerId ?? null}
          onChange={give}
        />
        <ErrorNote error={save.error ?? release.error} />
      </Table.Td>
      <Table.Td>
        <TextInput
          size="xs"
          aria-label={`Note on ${words}`}
          disabled={isReadOnly || assignment === undefined}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => {
            if (assignment !== undefined && note !== (assignment.note ?? '')) give(assignment.practitionerId)
          }}
        />
      </Table.Td>
    </Table.Tr>
  )
}
