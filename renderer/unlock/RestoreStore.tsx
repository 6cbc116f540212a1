import { Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { type SubmitEvent, useState } from 'react'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Puts a backup in the place of a store that is damaged or gone. */
export function RestoreStore() {
  const restore = useEngineCommand('store.restore', { quiet: true })
  const [backup, setBackup] = useState<GrantedFile | null>(null)
  const [folder, setFolder] = useState<GrantedFile | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [done, setDone] = useState<string | null>(null)
  const choose = async (title: string, keep: (chosen: GrantedFile) => void) => {
    const chosen = await askShell({ kind: 'openFolder', title })
    if (chosen !== null) keep(chosen)
  }
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (backup === null || folder === null) return
    setDone(null)
    await restore.run({ backup: fileRef(backup.token), folder: fileRef(folder.token), passphrase }).then(
      async ({ engagements, replaced }) => {
        setPassphrase('')
        setDone(doneWords(engagements, replaced))
        await askShell({ kind: 'rememberStore', token: folder.token })
      },
      () => undefined,
    )
  }
  return (
    <form onSubmit={(event) => void submit(event)} aria-label="Restore a backup">
      <Stack>
        <Text size="sm">
          The backup is read to the end before it counts. What is in the folder of the store is kept aside.
        </Text>
        <Chosen
          label="Backup"
          chosen={backup}
          onChoose={() => void choose('Folder of the backup', setBackup)}
          button="Choose the backup…"
        />
        <Chosen
          label="Store"
          chosen={folder}
          onChoose={() => void choose('Folder of the store, or a new one', setFolder)}
          button="Choose the folder of the store…"
        />
        <PasswordInput
          label="Passphrase on the day of the backup"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <ErrorNote error={restore.error} />
        {done === null ? null : <Text role="status">{done}</Text>}
        <Button
          type="submit"
          loading={restore.pending}
          disabled={backup === null || folder === null || passphrase === ''}
        >
          Put the backup in its place
        </Button>
      </Stack>
    </form>
  )
}

function Chosen({
  label,
  chosen,
  button,
  onChoose,
}: {
  label: string
  chosen: GrantedFile | null
  button: string
  onChoose: () => void
}) {
  return (
    <Group justify="space-between">
      <Text size="sm">{`${label}: ${chosen?.name ?? 'not chosen'}`}</Text>
      <Button variant="default" onClick={onChoose}>
        {button}
      </Button>
    </Group>
  )
}

function doneWords(engagements: number, replaced: string | null): string {
  const aside = replaced === null ? '' : ` What was there is in ${replaced}.`
  return `The store is back; engagements: ${engagements}.${aside} Open it now.`
}
