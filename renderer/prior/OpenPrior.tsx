import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { queries } from '../engine/queries.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Opens the bundle of another period to read beside the work; nothing of it reaches the store. */
export function OpenPrior({ onOpened }: { onOpened?: (engagementId: string) => void }) {
  const open = useEngineCommand('prior.open', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const choose = async () =>
    setFile((await askShell({ kind: 'openFile', title: 'Bundle to read', extensions: ['tickmark', 'age'] })) ?? file)
  const run = async () => {
    if (file === null) return
    const given = passphrase === '' ? {} : { passphrase }
    const opened = await open.run({ file: fileRef(file.token), ...given })
    setPassphrase('')
    // What is open beside the store is no entry of its journal, so nothing else makes the answers old.
    await queries.invalidateQueries()
    onOpened?.(opened.prior.engagementId)
  }
  return (
    <Stack gap="xs" component="section" aria-label="Open a bundle to read">
      <Text size="sm">
        A bundle is opened to read only: it is verified, held in memory, and forgotten when the store is locked.
      </Text>
      <Group align="end" gap="xs">
        <Button size="xs" variant="default" onClick={() => void choose()}>
          {file === null ? 'Choose a bundle…' : file.name}
        </Button>
        <TextInput
          size="xs"
          type="password"
          label="Passphrase of the bundle"
          description="None, where it is locked for your own keys"
          flex={1}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button
          size="xs"
          loading={open.pending}
          disabled={file === null}
          onClick={() => void run().catch(() => undefined)}
        >
          Open to read
        </Button>
      </Group>
      <ErrorNote error={open.error} />
    </Stack>
  )
}
