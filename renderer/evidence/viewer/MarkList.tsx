import { ActionIcon, Button, Group, Stack, Table, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import type { EvidenceMark } from '../../../shared/contract/evidencePreview.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ChangeButton } from '../../ui/ChangeButton.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { movedBy, type Point, smallest } from './markGeometry.ts'
import { useReadOnlyReason } from '../../ui/readOnly.ts'

type MarkListProps = {
  evidenceId: string
  page: number
  marks: readonly EvidenceMark[]
  onPage: (page: number) => void
}

/** Share of the page by which a mark moves with a key. */
const step = 0.02
const steps: Record<string, Point> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
}

/** The marks as a list: what they say, and everything that a pointer can do, by keyboard. */
export function MarkList({ evidenceId, page, marks, onPage }: MarkListProps) {
  const isReadOnly = useReadOnlyReason() !== null
  const save = useEngineCommand('evidence.mark', { quiet: true })
  const remove = useEngineCommand('evidence.unmark', { quiet: true })
  const write = ({ markId }: EvidenceMark, changed: { text: string } | Point) =>
    void save.run({ evidenceId, markId, ...changed }).catch(() => undefined)
  const add = () => {
    const place = { x: 0.5 - smallest.width / 2, y: 0.5 - smallest.height / 2, ...smallest }
    void save.run({ evidenceId, page, shape: 'rectangle', colour: 'red', text: '', ...place }).catch(() => undefined)
  }
  return (
    <Stack gap={4} component="section" aria-label="Marks">
      <Group justify="space-between">
        <Text size="sm" fw={600}>
          {marks.length === 0 ? 'No marks' : `${marks.length} ${marks.length === 1 ? 'mark' : 'marks'}`}
        </Text>
        <ChangeButton size="compact-xs" variant="default" onClick={add}>
          {`Add a rectangle in the middle of page ${page}`}
        </ChangeButton>
      </Group>
      <ErrorNote error={save.error ?? remove.error} />
      {marks.length === 0 ? null : (
        <Table fz="sm" verticalSpacing={2} aria-label="Marks">
          <Table.Tbody>
            {marks.map((mark, at) => (
              <Table.Tr key={mark.markId}>
                <Table.Td w={90}>
                  <Button size="compact-xs" variant="subtle" onClick={() => onPage(mark.page)}>
                    {`Page ${mark.page}`}
                  </Button>
                </Table.Td>
                <Table.Td w={100}>
                  <Mover
                    label={`${mark.shape}: move mark ${at + 1} with the arrow keys`}
                    words={mark.shape}
                    onMove={(by) => write(mark, movedBy(mark, by))}
                  />
                </Table.Td>
                <Table.Td>
                  <MarkText
                    key={mark.text}
                    label={`Words of mark ${at + 1}`}
                    text={mark.text}
                    isReadOnly={isReadOnly}
                    onChange={(text) => write(mark, { text })}
                  />
                </Table.Td>
                <Table.Td w={110}>{mark.by}</Table.Td>
                <Table.Td w={40}>
                  <ActionIcon
                    variant="default"
                    disabled={isReadOnly}
                    aria-label={`Remove mark ${at + 1}`}
                    onClick={() => void remove.run({ markId: mark.markId }).catch(() => undefined)}
                  >
                    <IconTrash size={14} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  )
}

function Mover({ label, words, onMove }: { label: string; words: string; onMove: (by: Point) => void }) {
  const press = (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    onMove(by)
  }
  return (
    <ChangeButton size="compact-xs" variant="default" aria-label={label} onKeyDown={press}>
      {words}
    </ChangeButton>
  )
}

type MarkTextProps = { label: string; text: string; isReadOnly: boolean; onChange: (text: string) => void }

/** Saved when it is left, or by Enter. */
function MarkText({ label, text, isReadOnly, onChange }: MarkTextProps) {
  const [typed, setTyped] = useState(text)
  const save = () => {
    if (typed !== text) onChange(typed)
  }
  return (
    <TextInput
      size="xs"
      aria-label={label}
      placeholder="What it shows"
      maxLength={2000}
      readOnly={isReadOnly}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
      }}
    />
  )
}
