import { Button, Group, PasswordInput, Select, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { GrantedFile, RecentStore } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { strengthWords } from './strengthWords.ts'

/** Opens a store that was used here before, or one chosen from the disk. */
export function OpenStore() {
  const recent = useQuery({
    queryKey: ['recentStores'],
    queryFn: () => askShell({ kind: 'recentStores' }),
    retry: false,
  })
  const [chosen, setChosen] = useState<GrantedFile | null>(null)
  const [secret, setSecret] = useState('')
  const [byCode, setByCode] = useState(false)
  const [newPassphrase, setNewPassphrase] = useState('')
  const open = useEngineCommand('store.open', { quiet: true })
  // The screen of the code is gone by then, so that a refusal is told as a notification.
  const change = useEngineCommand('store.changePassphrase')
  const known = knownStores(recent.data ?? [], chosen)
  const store = chosen ?? known[0]

  const choose = async () => setChosen((await askShell({ kind: 'openFolder', title: 'Folder of the store' })) ?? chosen)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (store === undefined) return
    await open
      .run({ folder: fileRef(store.token), ...(byCode ? { recoveryCode: secret } : { passphrase: secret }) })
      .then(
        async () => {
          await askShell({ kind: 'rememberStore', token: store.token })
          if (byCode && newPassphrase !== '') await change.run({ recoveryCode: secret, newPassphrase })
        },
        () => undefined,
      )
      .catch(() => undefined)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack>
        <Group align="end">
          {known.length > 0 ? (
            <Select
              label="Store"
              data={known.map(({ token, name, folder }) => ({
                value: token,
                label: folder ? `${name} · ${folder}` : name,
              }))}
              value={store?.token ?? null}
              onChange={(token) => setChosen(known.find((one) => one.token === token) ?? chosen)}
              allowDeselect={false}
              flex={1}
            />
          ) : (
            <Text flex={1}>No store was opened here before. Choose its folder, or create one.</Text>
          )}
          <Button variant="default" onClick={() => void choose()}>
            Choose a folder…
          </Button>
        </Group>
        {byCode ? (
          <>
            <TextInput
              label="Recovery code"
              value={secret}
              onChange={(event) => setSecret(event.currentTarget.value)}
            />
            <PasswordInput
              label="New passphrase"
              description={strengthWords(newPassphrase)}
              value={newPassphrase}
              onChange={(event) => setNewPassphrase(event.currentTarget.value)}
            />
          </>
        ) : (
          <PasswordInput label="Passphrase" value={secret} onChange={(event) => setSecret(event.currentTarget.value)} />
        )}
        <Switch
          label="Use the printed recovery code"
          checked={byCode}
          onChange={(event) => {
            setByCode(event.currentTarget.checked)
            setSecret('')
          }}
        />
        <ErrorNote error={open.error} />
        <Button type="submit" loading={open.pending} disabled={store === undefined || secret === ''}>
          Open
        </Button>
      </Stack>
    </form>
  )
}

/** The stores to choose from, each once: what was chosen from the disk first, then those that were opened here before. */
function knownStores(
  recent: readonly RecentStore[],
  chosen: GrantedFile | null,
): (GrantedFile & { folder?: string })[] {
  const isNew = chosen !== null && recent.every(({ token }) => token !== chosen.token)
  return isNew ? [chosen, ...recent] : [...recent]
}
