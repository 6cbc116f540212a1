import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ResultOf } from '../../shared/contract/index.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { sheetOptions } from '../ui/sheetOptions.ts'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { FoundAnswers } from './FoundAnswers.tsx'
import { answersWords } from './requestWords.ts'

/** Takes the answers of a list that came back: choose it, see what would happen, then take them. */
export function ImportAnswers({ request, onClose }: { request: ResultOf<'request.get'>; onClose: () => void }) {
  const { requestId, ref } = request
  const take = useEngineCommand('request.import', { quiet: true })
  const look = useEngineCommand('population.preview', { quiet: true })
  const [sheets, setSheets] = useState<{ value: string; label: string }[]>([])
  const [sheet, setSheet] = useState<string | null>(null)
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [found, setFound] = useState<ResultOf<'request.import'> | null>(null)
  const [overwrite, setOverwrite] = useState(false)
  const choose = async () => {
    const extensions = ['xlsx', 'csv', 'tsv', 'txt']
    const chosen = await askShell({ kind: 'openFile', title: `Answers to ${ref}`, extensions })
    if (chosen === null) return
    setFile(chosen)
    setSheets([])
    void look.run({ file: fileRef(chosen.token) }).then(
      (seen) => setSheets(sheetOptions(seen.sheets, seen.hiddenSheets)),
      () => undefined,
    )
    await tryOut(chosen, null)
  }
  /** @param chosen `null` for the sheet that a list is written to, else the first */
  const tryOut = async (from: GrantedFile, chosen: string | null) => {
    setSheet(chosen)
    setFound(null)
    setOverwrite(false)
    const params = { requestId, file: fileRef(from.token), ...(chosen === null ? {} : { sheet: chosen }) }
    await take.run({ ...params, dryRun: true }).then(setFound, () => undefined)
  }
  const run = async () => {
    if (file === null) return
    const params = { requestId, file: fileRef(file.token), ...(sheet === null ? {} : { sheet }) }
    await take.run({ ...params, overwrite }).then(
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
        {file === null || sheets.length < 2 ? null : (
          <Select
            label="Sheet"
            placeholder="The one that the list was written to, else the first"
            clearable
            maw={420}
            data={sheets}
            value={sheet}
            onChange={(chosen) => void tryOut(file, chosen)}
          />
        )}
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
