import { Button, Group, Modal, Stack } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { GrowingText } from '../ui/GrowingText.tsx'

/** A text that a record asks for. */
export type RecordField<N extends string> = { name: N; label: string; description: string }

/** Asks for the texts of a record that stays as it is once it is written; none may be empty. */
export function RecordForm<N extends string>({
  title,
  fields,
  submit,
  error,
  pending,
  children,
  onSubmit,
  onClose,
}: {
  title: string
  fields: readonly RecordField<N>[]
  submit: string
  error: Error | null
  pending: boolean
  children?: ReactNode
  onSubmit: (values: Record<N, string>) => void
  onClose: () => void
}) {
  const [values, setValues] = useState<Record<string, string>>({})
  const isComplete = fields.every(({ name }) => (values[name] ?? '').trim() !== '')
  return (
    <Modal opened onClose={onClose} title={title} size={640} closeOnClickOutside={false}>
      <form
        aria-label={title}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(values)
        }}
      >
        <Stack gap="sm">
          {children}
          {fields.map(({ name, label, description }, place) => (
            <GrowingText
              key={name}
              label={label}
              description={description}
              minRows={2}
              maxRows={8}
              data-autofocus={place === 0 ? true : undefined}
              value={values[name] ?? ''}
              onChange={({ currentTarget: { value } }) => setValues((before) => ({ ...before, [name]: value }))}
            />
          ))}
          <ErrorNote error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending} disabled={!isComplete}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
