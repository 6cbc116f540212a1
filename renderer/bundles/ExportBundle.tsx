import { Alert, Button, Code, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import { callEngine } from '../engine/client.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Exports the engagement under a generated passphrase, and says how anybody can open and verify the file. */
export function ExportBundle({ engagementId }: { engagementId: string }) {
  const write = useEngineCommand('bundle.export', { quiet: true })
  const [passphrase, setPassphrase] = useState('')
  const [purpose, setPurpose] = useState('')
  const [result, setResult] = useState<ResultOf<'bundle.export'> | null>(null)
  const suggest = async () => setPassphrase((await callEngine('bundle.suggestPassphrase', {})).passphrase)
  const run = async () => {
    const place = await askShell({ kind: 'saveFile', title: 'Bundle', suggestedName: 'engagement.tickmark' })
    if (place === null) return
    await write.run({ engagementId, file: fileRef(place.token), passphrase, purpose }).then(setResult, () => undefined)
  }
  return (
    <section aria-label="Export">
      <Stack gap="xs">
        <Title order={2}>Export</Title>
        <Group align="end">
          <TextInput
            label="Passphrase of the bundle"
            flex={1}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button variant="default" onClick={() => void suggest()}>
            Suggest one
          </Button>
        </Group>
        <TextInput
          label="Purpose"
          placeholder="Hand-over to the reviewer"
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
        />
        <ErrorNote error={write.error} />
        <Button onClick={() => void run()} loading={write.pending} disabled={passphrase === ''} maw={240}>
          Export the engagement…
        </Button>
        {result === null ? null : (
          <Alert title="The bundle was written" role="status">
            <Text>{`${result.files} files, ${result.bytes} bytes. Tell the passphrase by another way than the file.`}</Text>
            <Code block>{commands(result.file, result.sha256)}</Code>
          </Alert>
        )}
      </Stack>
    </section>
  )
}

/** The commands with which a reader without Tickmark opens and verifies the file. */
function commands(file: string, sha256: string): string {
  const name = file.split(/[/\\]/).at(-1) ?? file
  return [
    `echo "${sha256}  ${name}" | sha256sum -c`,
    `age -d -o bundle.tar ${name}`,
    'mkdir bundle && tar -xf bundle.tar -C bundle && cd bundle',
    'sha256sum -c SHA256SUMS',
    'ssh-keygen -Y verify -f allowed_signers -I exporter -n tickmark-bundle -s manifest.json.sig < manifest.json',
  ].join('\n')
}
