import { Button, Group, PasswordInput, Select, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { getHotkeyHandler } from '@mantine/hooks'
import { useState } from 'react'
import type { PractitionerRole } from '../../shared/contract/store.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import type { EngineError } from '../engine/client.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { RecoveryCode } from './RecoveryCode.tsx'
import { roles } from './roles.ts'
import { strengthWords } from './strengthWords.ts'

type NewPractitioner = { name: string; initials: string; role: PractitionerRole; passphrase: string; again: string }

/** Creates an encrypted store with its first practitioner, and shows the recovery code once. */
export function CreateStore() {
  const create = useEngineCommand('store.create', { quiet: true })
  const open = useEngineCommand('store.open', { quiet: true })
  const [folder, setFolder] = useState<GrantedFile | null>(null)
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null)
  const form = useForm<NewPractitioner>({
    initialValues: { name: '', initials: '', role: 'preparer', passphrase: '', again: '' },
    validate: {
      name: (value) => (value.trim() === '' ? 'Your name goes into every entry of the journal.' : null),
      initials: (value) => (value.trim() === '' ? 'Give your initials.' : null),
      again: (value, { passphrase }) => (value === passphrase ? null : 'The two passphrases differ.'),
    },
  })

  const submit = form.onSubmit(async ({ name, initials, role, passphrase }) => {
    const place =
      folder ??
      (await askShell({ kind: 'newFolder', title: 'Folder for the new store', suggestedName: 'Tickmark store' }))
    if (place === null) return
    setFolder(place)
    await create.run({ folder: fileRef(place.token), name, initials, role, passphrase }).then(
      (created) => setRecoveryCode(created.recoveryCode),
      (error: EngineError) => {
        // Another folder is asked for next time, unless the folder was not the trouble.
        if (error.code.startsWith('store.')) setFolder(null)
      },
    )
  })

  if (recoveryCode !== null && folder !== null) {
    const enter = () =>
      open
        .run({ folder: fileRef(folder.token), passphrase: form.values.passphrase })
        .then(() => askShell({ kind: 'rememberStore', token: folder.token }))
    return (
      <RecoveryCode
        code={recoveryCode}
        pending={open.pending}
        error={open.error}
        onDone={() => void enter().catch(() => undefined)}
      />
    )
  }
  return (
    <form onSubmit={submit}>
      <Stack onKeyDown={getHotkeyHandler([['mod+Enter', () => submit()]])}>
        <Group grow>
          <TextInput label="Name" {...form.getInputProps('name')} />
          <TextInput label="Initials" maxLength={6} {...form.getInputProps('initials')} />
          <Select label="Role" data={roles} allowDeselect={false} {...form.getInputProps('role')} />
        </Group>
        <PasswordInput
          label="Passphrase"
          description="A sentence of several words. Without it and without the recovery code nobody can open the store."
          {...form.getInputProps('passphrase')}
        />
        <Text size="sm" role="status">
          {strengthWords(form.values.passphrase)}
        </Text>
        <PasswordInput label="Passphrase again" {...form.getInputProps('again')} />
        <ErrorNote error={create.error} />
        <Text size="sm">
          {folder === null ? 'The folder of the store is asked for next.' : `In the folder ${folder.name}`}
        </Text>
        <Button type="submit" loading={create.pending}>
          Create the store
        </Button>
      </Stack>
    </form>
  )
}
