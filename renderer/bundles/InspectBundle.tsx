import { Alert, Button, Group, List, Stack, Text, TextInput, Title } from '@mantine/core'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useState } from 'react'
import type { BundleVerdict } from '../../shared/contract/bundle.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { instantWords } from '../ui/dates.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'

/** Opens and verifies a bundle without touching the store. */
export function InspectBundle() {
  const inspect = useEngineCommand('bundle.inspect', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const [verdict, setVerdict] = useState<BundleVerdict | null>(null)
  const choose = async () =>
    setFile((await askShell({ kind: 'openFile', title: 'Bundle to verify', extensions: ['tickmark', 'age'] })) ?? file)
  const run = async () => {
    setVerdict(null)
    if (file !== null) await inspect.run({ file: fileRef(file.token), passphrase }).then(setVerdict, () => undefined)
  }
  return (
    <section aria-label="Verify">
      <Stack gap="xs">
        <Title order={2}>Verify a bundle</Title>
        <Group align="end">
          <Button variant="default" onClick={() => void choose()}>
            {file === null ? 'Choose a bundle…' : file.name}
          </Button>
          <TextInput
            label="Passphrase of the bundle to verify"
            flex={1}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button onClick={() => void run()} loading={inspect.pending} disabled={file === null || passphrase === ''}>
            Verify
          </Button>
        </Group>
        <ErrorNote error={inspect.error} />
        {verdict === null ? null : <Verdict verdict={verdict} />}
      </Stack>
    </section>
  )
}

function Verdict({ verdict }: { verdict: BundleVerdict }) {
  const { valid, engagement, exporter, created, purpose, entries, part, checks, omissions } = verdict
  return (
    <Alert
      role="status"
      variant="default"
      icon={valid ? <IconCircleCheck /> : <IconCircleX />}
      title={valid ? 'The bundle is what its maker signed' : 'The bundle is not valid'}
    >
      <Text>{`${engagement.client}, made by ${exporter.name} on ${instantWords(created)}${purpose === '' ? '' : `: ${purpose}`}. ${entries} entries.`}</Text>
      <Text>{`Key ${exporter.fingerprint}, ${exporter.known ? 'one of this store' : 'unknown to this store: compare it with the maker by voice'}.`}</Text>
      {part === null ? null : <Text>{`A part of the engagement, for reading: ${part.title}.`}</Text>}
      <List>
        {checks.map(({ check, passed, says }) => (
          <List.Item key={check}>{`${passed ? '✓' : '✗'} ${check}: ${says}`}</List.Item>
        ))}
        {omissions.map(({ what, reason }) => (
          <List.Item key={what}>{`left out: ${what} (${reason})`}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
