import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useEngineCommand } from '../../engine/hooks.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** Changes the passphrase of the store; the recovery code stays. */
export function ChangePassphrase() {
  const change = useEngineCommand('store.changePassphrase', { quiet: true })
  const form = useForm({
    initialValues: { passphrase: '', newPassphrase: '', again: '' },
    validate: { again: (value, { newPassphrase }) => (value === newPassphrase ? null : 'The two passphrases differ.') },
  })
  const submit = form.onSubmit(async ({ passphrase, newPassphrase }) => {
    await change.run({ passphrase, newPassphrase }).then(
      () => {
        form.reset()
        notifications.show({ message: 'The passphrase was changed.' })
      },
      () => undefined,
    )
  })
  return (
    <form onSubmit={submit}>
      <Stack maw={420}>
        <PasswordInput label="Passphrase now" {...form.getInputProps('passphrase')} />
        <PasswordInput label="New passphrase" {...form.getInputProps('newPassphrase')} />
        <PasswordInput label="New passphrase again" {...form.getInputProps('again')} />
        <ErrorNote error={change.error} />
        <Button type="submit" loading={change.pending}>
          Change the passphrase
        </Button>
      </Stack>
    </form>
  )
}
