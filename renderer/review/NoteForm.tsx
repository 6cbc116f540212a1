import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { noteKindWords, notePriorityWords } from '../../shared/review/noteWords.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

type Place = Pick<ParamsOf<'note.open'>, 'target' | 'paper' | 'field'>

const kinds = Object.entries({ ...noteKindWords, coaching: 'Coaching (asks nothing)' }).map(toOption)
const priorities = Object.entries(notePriorityWords).map(toOption)

/** Where a review note goes: a paper or a row of it, and the field of that where it speaks of one. */
type NoteFormProps = Place & { of: string; onClose: () => void }

/** Opens a review note on a paper, a row of it or one field. */
export function NoteForm({ of, onClose, ...place }: NoteFormProps) {
  const open = useEngineCommand('note.open', { quiet: true })
  const form = useForm<{ kind: 'question' | 'todo' | 'coaching'; priority: 'low' | 'normal' | 'high'; text: string }>({
    initialValues: { kind: 'question', priority: 'normal', text: '' },
    validate: { text: (value) => (value.trim() === '' ? 'Say what the note is about.' : null) },
  })
  const submit = form.onSubmit((values) => void open.run({ ...place, ...values }).then(onClose, () => undefined))
  return (
    <Modal opened onClose={onClose} title={`Review note on ${of}`}>
      <form onSubmit={submit} aria-label="Review note">
        <Stack onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
          <Group grow>
            <Select label="Kind" data={kinds} allowDeselect={false} {...form.getInputProps('kind')} />
            <Select label="Priority" data={priorities} allowDeselect={false} {...form.getInputProps('priority')} />
          </Group>
          <GrowingText label="Note" data-autofocus minRows={3} {...form.getInputProps('text')} />
          <ErrorNote error={open.error} />
          <Button type="submit" loading={open.pending}>
            Open the note
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}

function toOption([value, label]: [string, string]): { value: string; label: string } {
  return { value, label }
}
