import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** A recipient that somebody gives as text, such as one of `age-keygen`. */
export function SaveRecipient({ onClose }: { onClose: () => void }) {
  const save = useEngineCommand('colleague.save', { quiet: true })
  const [name, setName] = useState('')
  const [recipient, setRecipient] = useState('')
  const [compared, setCompared] = useState(false)
  return (
    <Modal opened onClose={onClose} title="Add a recipient" size="lg">
      <form
        aria-label="Recipient"
        onSubmit={(event) => {
          event.preventDefault()
          void save.run({ name, recipient, compared }).then(onClose, () => undefined)
        }}
      >
        <Stack>
          <TextInput
            label="Name"
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label="Recipient"
            placeholder="age1…"
            value={recipient}
            onChange={(event) => setRecipient(event.currentTarget.value)}
          />
          <Checkbox
            label="The recipient was compared by voice"
            checked={compared}
            onChange={(event) => setCompared(event.currentTarget.checked)}
          />
          <ErrorNote error={save.error} />
          <Button type="submit" loading={save.pending} disabled={name.trim() === '' || recipient.trim() === ''}>
            Keep
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
