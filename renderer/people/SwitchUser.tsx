import { Button, Modal, PasswordInput, Stack } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Another person takes over at the open store: whose passphrase it is says who. */
export function SwitchUser({ onClose }: { onClose: () => void }) {
  const change = useEngineCommand('store.switchUser', { quiet: true })
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void change.run({ passphrase }).then(onClose, () => undefined)
  }
  return (
    <Modal opened onClose={onClose} title="Somebody else takes over">
      <form onSubmit={submit} aria-label="Switch user">
        <Stack>
          <PasswordInput
            label="Your passphrase"
            description="The store stays open; from here on everything carries your name."
            data-autofocus
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <ErrorNote error={change.error} />
          <Button type="submit" loading={change.pending} disabled={passphrase === ''}>
            Take over
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
