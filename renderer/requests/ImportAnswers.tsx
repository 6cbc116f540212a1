import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { FoundAnswers } from './FoundAnswers.tsx'
import { answersWords } from './requestWords.ts'

/** Takes the answers of a list that came back: choose it, see what would happen, then take them. */
export function ImportAnswers({ request, onClose }: { request: ResultOf<'request.get'>; onClose: () => void }) {
  const { requestId, ref } = request
  const take = useEngineCommand('request.import', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [found, setFound] = useState<ResultOf<'request.import'> | null>(null)
  const [overwrite, setOverwrite] = useState(false)
  const choose = async () => {
    const extensions = ['xlsx', 'csv', 'tsv', 'txt']
    const chosen = await askShell({ kind: 'openFile', title: `Answers to ${ref}`, extensions })
    if (chosen === null) return
    setFile(chosen)
    setFound(null)
    setOverwrite(false)
    await take.run({ requestId, file: fileRef(chosen.token), dryRun: true }).then(setFound, () => undefined)
  }
  const run = async () => {
    if (file === null) return
    await take.run({ requestId, file: fileRef(file.token), overwrite }).then(
      ({ added, changed, missing }) => {
        const rest = missing.length === 0 ? 'Every item has an answer now.' : `${missing.length} items have none yet.`
        notifications.show({ message: `${answersWords(added + changed)} taken. ${rest}` })
        onClose()
      },
      () => undefined,
    )
  }
  const count = found === null ? 0 : found.added + (overwrite ? found.differing.length : 0)
  return (
    <Modal opened onClose={onClose} title={`Answers to ${ref}`} size="xl">
      <Stack>
        <Group>
          <Button variant={found === null ? 'filled' : 'default'} loading={take.pending} onClick={() => void choose()}>
            Choose the file that came back…
          </Button>
          {file === null ? null : <Text>{file.name}</Text>}
        </Group>
        {file === null ? (
          <Text size="sm">
            A workbook (XLSX) or text (CSV). Before anything is recorded, you see which rows match, and which do not.
          </Text>
        ) : null}
        <ErrorNote error={take.error} />
        {found === null ? null : (
          <>
            <FoundAnswers found={found} />
            {found.differing.length === 0 ? null : (
              <Checkbox
                label="Replace the recorded answers that differ"
                checked={overwrite}
                onChange={(event) => setOverwrite(event.currentTarget.checked)}
              />
            )}
            <Button onClick={() => void run()} loading={take.pending} disabled={count === 0} maw={280}>
              {count === 0 ? 'Nothing to take' : `Take ${answersWords(count)}`}
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  )
}
