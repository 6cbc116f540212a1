import { Stack, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { PaperContentRow, PaperTarget } from '../../shared/contract/paper.ts'
import { fieldWords } from '../../shared/record/fieldWords.ts'
import { useEngineQuery } from '../engine/hooks.ts'
import { FieldValue } from '../records/FieldValue.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { NoteForm } from './NoteForm.tsx'

/** Rows of one kind that are shown; a sheet of thousands of cells is read on its own screen. */
const shownRows = 200

/** A field of a row of the paper, on which a note is written. */
type Spot = { row: PaperContentRow; field: string }

/** What a paper says, as it is signed: row by row, field by field, each with its review notes. */
export function PaperContent({ target }: { target: PaperTarget }) {
  const { data, error } = useEngineQuery('paper.get', { target })
  const notes = useEngineQuery(
    'note.list',
    { engagementId: data?.engagementId ?? '', paper: target },
    { enabled: data !== undefined },
  )
  const [noteOn, setNoteOn] = useState<Spot | null>(null)
  if (data === undefined) return <ErrorNote error={error} />
  const groups = [...Map.groupBy(data.rows, ({ entity }) => entity)].map(([entity, rows]) => ({
    entity,
    rows,
    isNamed: rows.some(({ words }) => words !== ''),
  }))
  return (
    <Stack gap="sm" component="section" aria-label="What is signed">
      {groups.map(({ entity, rows, isNamed }) => (
        <div key={entity}>
          <Title order={3} size="h5" tt="capitalize">
            {fieldWords(entity)}
          </Title>
          <Table verticalSpacing={2} aria-label={fieldWords(entity)}>
            <Table.Tbody>
              {rows.slice(0, shownRows).flatMap((row) =>
                row.fields.map(({ field, value }, at) => (
                  <Table.Tr key={`${row.id} ${field}`}>
                    {isNamed ? <Table.Td w={160}>{at === 0 ? row.words : ''}</Table.Td> : null}
                    <Table.Td w={140}>{fieldWords(field)}</Table.Td>
                    <Table.Td>
                      <FieldValue field={field} value={value} />
                    </Table.Td>
                    <Table.Td w={120}>
                      <FieldNotes
                        of={spotWords({ row, field })}
                        notes={(notes.data?.notes ?? []).filter(
                          (note) => note.target.entity === entity && note.target.id === row.id && note.field === field,
                        )}
                        onOpen={() => setNoteOn({ row, field })}
                      />
                    </Table.Td>
                  </Table.Tr>
                )),
              )}
            </Table.Tbody>
          </Table>
          {rows.length > shownRows ? <Text size="sm">and {rows.length - shownRows} more rows</Text> : null}
        </div>
      ))}
      {noteOn === null ? null : (
        <NoteForm
          target={{ entity: noteOn.row.entity, id: noteOn.row.id }}
          paper={target}
          field={noteOn.field}
          of={`${data.words} · ${spotWords(noteOn)}`}
          onClose={() => setNoteOn(null)}
        />
      )}
    </Stack>
  )
}

const spotWords = ({ row, field }: Spot): string =>
  row.words === '' ? fieldWords(field) : `${row.words}, ${fieldWords(field)}`
