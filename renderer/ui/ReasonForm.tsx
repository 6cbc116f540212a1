import { Button, Modal, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ErrorNote } from './ErrorNote.tsx'

/** Asks for the reason of something that is journaled with it. */
export function ReasonForm({
  title,
  label,
  error,
  pending,
  children,
  onSubmit,
  onClose,
}: {
  title: string
  label: string
  error: Error | null
  pending: boolean
  children?: ReactNode
  onSubmit: (reason: string) => void
  onClose: () => void
}) {
  const [reason, setReason] = useState('')
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit(reason)
        }}
      >
        <Stack>
          {children}
          <TextInput
            label={label}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <ErrorNote error={error} />
          <Button type="submit" loading={pending} disabled={reason.trim() === ''}>
            Record
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
