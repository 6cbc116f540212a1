import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** A key as somebody typed it: whose it is, its text, and whether it was compared by voice. */
export type TypedKey = { name: string; text: string; compared: boolean }

type KeyFormProps = {
  title: string
  /** What the form is called for whoever hears it. */
  form: string
  labels: { name: string; text: string; example: string; compared: string; submit: string }
  /** Whether a key that was not compared is refused. */
  mustCompare: boolean
  error: Error | null
  pending: boolean
  onSubmit: (typed: TypedKey) => void
  onClose: () => void
}

/** Asks for a key that somebody gives as text. */
export function KeyForm({ title, form, labels, mustCompare, error, pending, onSubmit, onClose }: KeyFormProps) {
  const [typed, setTyped] = useState<TypedKey>({ name: '', text: '', compared: false })
  const change = (part: Partial<TypedKey>) => setTyped((before) => ({ ...before, ...part }))
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      <form
        aria-label={form}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(typed)
        }}
      >
        <Stack>
          <TextInput
            label={labels.name}
            data-autofocus
            value={typed.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <TextInput
            label={labels.text}
            placeholder={labels.example}
            value={typed.text}
            onChange={(event) => change({ text: event.currentTarget.value })}
          />
          <Checkbox
            label={labels.compared}
            checked={typed.compared}
            onChange={(event) => change({ compared: event.currentTarget.checked })}
          />
          <ErrorNote error={error} />
          <Button
            type="submit"
            loading={pending}
            disabled={(mustCompare && !typed.compared) || typed.name.trim() === '' || typed.text.trim() === ''}
          >
            {labels.submit}
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
