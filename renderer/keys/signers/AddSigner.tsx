import { useEngineCommand } from '../../engine/hooks.ts'
import { KeyForm } from '../KeyForm.tsx'

const labels = {
  name: 'Whose key it is',
  text: 'Public key',
  example: 'ssh-ed25519 …',
  compared: 'The fingerprint was compared with its owner by voice',
  submit: 'Believe it',
}

/** A signing key that somebody gives as text. */
export function AddSigner({ onClose }: { onClose: () => void }) {
  const add = useEngineCommand('signer.add', { quiet: true })
  return (
    <KeyForm
      title="Add a signing key"
      form="Signer"
      labels={labels}
      mustCompare
      error={add.error}
      pending={add.pending}
      onSubmit={({ name, text }) => void add.run({ principal: name, publicKey: text }).then(onClose, () => undefined)}
      onClose={onClose}
    />
  )
}
