import { Button, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { askShell, fileRef } from '../../engine/shell.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'

/** Writes a verified copy of the store into a new folder; the same passphrase opens it. */
export function BackUp() {
  const backUp = useEngineCommand('store.backup', { quiet: true })
  const [written, setWritten] = useState<(ResultOf<'store.backup'> & { name: string }) | null>(null)
  const start = async () => {
    const place = await askShell({
      kind: 'newFolder',
      title: 'New folder for the backup',
      suggestedName: 'Tickmark backup',
    })
    if (place === null) return
    setWritten(null)
    await backUp.run({ folder: fileRef(place.token) }).then(
      (result) => setWritten({ ...result, name: place.name }),
      () => undefined,
    )
  }
  return (
    <Stack gap="xs" align="start">
      <Text>
        A copy for another disk or a stick, apart from those that are taken by themselves; the same passphrase opens it.
      </Text>
      <Button variant="default" onClick={() => void start()} loading={backUp.pending}>
        Back up to a new folder…
      </Button>
      <ErrorNote error={backUp.error} />
      {written === null ? null : (
        <Text role="status">{`Written and checked: ${written.name}, engagements: ${written.engagements}`}</Text>
      )}
    </Stack>
  )
}
