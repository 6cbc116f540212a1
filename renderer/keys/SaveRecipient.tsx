import { useEngineCommand } from '../engine/hooks.ts'
import { KeyForm } from './KeyForm.tsx'

const labels = {
  name: 'Name',
  text: 'Recipient',
  example: 'age1…',
  compared: 'The recipient was compared by voice',
  submit: 'Keep',
}

/** A recipient that somebody gives as text, such as one of `age-keygen`. */
export function SaveRecipient({ onClose }: { onClose: () => void }) {
  const save = useEngineCommand('colleague.save', { quiet: true })
  return (
    <KeyForm
      title="Add a recipient"
      form="Recipient"
      labels={labels}
      mustCompare={false}
      error={save.error}
      pending={save.pending}
      onSubmit={({ name, text, compared }) =>
        void save.run({ name, recipient: text, compared }).then(onClose, () => undefined)
      }
      onClose={onClose}
    />
  )
}
