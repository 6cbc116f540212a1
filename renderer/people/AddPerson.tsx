import { Alert, Button, Code, Group, Modal, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { PractitionerRole } from '../../shared/contract/store.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { roles } from '../unlock/roles.ts'
import { strengthWords } from '../unlock/strengthWords.ts'

type NewPerson = { name: string; initials: string; role: PractitionerRole; passphrase: string; again: string }

/** Adds a practitioner, who types a passphrase of their own; their recovery code is shown once. */
export function AddPerson({ onClose }: { onClose: () => void }) {
  const add = useEngineCommand('practitioner.add', { quiet: true })
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)
  const form = useForm<NewPerson>({
    initialValues: { name: '', initials: '', role: 'senior', passphrase: '', again: '' },
    validate: {
      name: (value) => (value.trim() === '' ? 'The name goes into every entry of the journal.' : null),
      initials: (value) => (value.trim() === '' ? 'Give the initials.' : null),
      again: (value, { passphrase }) => (value === passphrase ? null : 'The two passphrases differ.'),
    },
  })
  const submit = form.onSubmit(({ name, initials, role, passphrase }) =>
    add.run({ name, initials, role, passphrase }).then(
      (added) => setRecoveryCode(added.recoveryCode),
      () => undefined,
    ),
  )
  return (
    <Modal opened onClose={onClose} title="Add a person" size="lg">
      {recoveryCode === null ? (
        <form onSubmit={submit} aria-label="Person">
          <Stack>
            <Group grow>
              <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />
              <TextInput label="Initials" maxLength={6} {...form.getInputProps('initials')} />
              <Select label="Role" data={roles} allowDeselect={false} {...form.getInputProps('role')} />
            </Group>
            <PasswordInput
              label="Passphrase"
              description="Typed by the person themselves: it says who signs in, and nobody else can sign with it."
              {...form.getInputProps('passphrase')}
            />
            <Text size="sm" role="status">
              {strengthWords(form.values.passphrase)}
            </Text>
            <PasswordInput label="Passphrase again" {...form.getInputProps('again')} />
            <ErrorNote error={add.error} />
            <Button type="submit" loading={add.pending}>
              Add
            </Button>
          </Stack>
        </form>
      ) : (
        <Stack>
          <Alert title={`Recovery code of ${form.values.name}`}>
            It signs them in if the passphrase is forgotten. It is shown only now and kept nowhere.
          </Alert>
          <Code block fz="lg" aria-label="Recovery code">
            {recoveryCode}
          </Code>
          <Button onClick={onClose}>It is written down</Button>
        </Stack>
      )}
    </Modal>
  )
}
