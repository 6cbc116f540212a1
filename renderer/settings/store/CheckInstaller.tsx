import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** Holds an installer that came by whatever way against what the publisher signed about it. The program installs nothing itself. */
export function CheckInstaller() {
  const check = useEngineCommand('release.check', { quiet: true })
  const [found, setFound] = useState<ResultOf<'release.check'> | null>(null)
  const choose = async () => {
    const file = await askShell({ kind: 'openFile', title: 'Installer of Tickmark', extensions: [] })
    if (file === null) return
    setFound(null)
    await check.run({ installer: fileRef(file.token) }).then(setFound, () => undefined)
  }
  return (
    <Stack gap="xs" align="start">
      <Text size="sm">
        Tickmark never looks for a newer version by itself. Bring the installer and its .signed file in one folder;
        before you start it, see here whether it is what the publisher signed.
      </Text>
      <Button variant="default" onClick={() => void choose()} loading={check.pending}>
        Check an installer…
      </Button>
      <ErrorNote error={check.error} />
      {found === null ? null : <Found found={found} />}
    </Stack>
  )
}

function Found({
  found: { name, version, running, relation, sha256, publisherWords },
}: {
  found: ResultOf<'release.check'>
}) {
  return (
    <Alert
      role="status"
      variant="default"
      icon={relation === 'newer' ? <IconCircleCheck /> : <IconInfoCircle />}
      title={`${name} is what the publisher signed`}
    >
      <Stack gap={4}>
        <Text size="sm">{relationWords[relation](version, running)}</Text>
        <Text size="sm">Key of the publisher: {publisherWords}</Text>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          SHA-256 <Code>{sha256}</Code>
        </Text>
      </Stack>
    </Alert>
  )
}

const relationWords = {
  newer: (version: string, running: string) =>
    `Version ${version} is newer than ${running}, which runs. Write a backup, lock the store, end Tickmark, and start the installer.`,
  same: (version: string) => `Version ${version} is the one that runs.`,
  older: (version: string, running: string) =>
    `Version ${version} is older than ${running}, which runs. It may refuse this store.`,
} as const
