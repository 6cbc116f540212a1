import { Button, Checkbox, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** A signing key that somebody gives as text. */
export function AddSigner({ onClose }: { onClose: () => void }) {
  const add = useEngineCommand('signer.add', { quiet: true })
  const [principal, setPrincipal] = useState('')
  const [publicKey, setPublicKey] = useState('')
  const [compared, setCompared] = useState(false)
  return (
    <Modal opened onClose={onClose} title="Add a signing key" size="lg">
      <form
        aria-label="Signer"
        onSubmit={(event) => {
          event.preventDefault()
          void add.run({ principal, publicKey }).then(onClose, () => undefined)
        }}
      >
        <Stack>
          <TextInput
            label="Whose key it is"
            data-autofocus
            value={principal}
            onChange={(event) => setPrincipal(event.currentTarget.value)}
          />
          <TextInput
            label="Public key"
            placeholder="ssh-ed25519 …"
            value={publicKey}
            onChange={(event) => setPublicKey(event.currentTarget.value)}
          />
          <Checkbox
            label="The fingerprint was compared with its owner by voice"
            checked={compared}
            onChange={(event) => setCompared(event.currentTarget.checked)}
          />
          <ErrorNote error={add.error} />
          <Button
            type="submit"
            loading={add.pending}
            disabled={!compared || principal.trim() === '' || publicKey.trim() === ''}
          >
            Believe it
          </Button>
        </Stack>
      </form>
    </Modal>
  )
}
