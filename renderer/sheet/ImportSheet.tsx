import { Button, Checkbox, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { Procedure } from '../../shared/contract/procedure.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { CsvTable } from '../ui/CsvTable.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { sheetOptions } from '../ui/sheetOptions.ts'
import { FoundResults } from './FoundResults.tsx'
import { SheetColumnChoices } from './SheetColumnChoices.tsx'

type Preview = ResultOf<'result.preview'>
type Columns = Preview['proposal']
type Found = ResultOf<'result.import'>

const cellWords = (count: number) => (count === 1 ? '1 cell' : `${count} cells`)

/** Takes a test sheet that was kept in a spreadsheet: choose it, say which column is which, see what would happen, take it. */
export function ImportSheet({ procedure, onClose }: { procedure: Procedure; onClose: () => void }) {
  const { procedureId, attributes } = procedure
  const preview = useEngineCommand('result.preview', { quiet: true })
  const take = useEngineCommand('result.import', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [seen, setSeen] = useState<Preview | null>(null)
  const [columns, setColumns] = useState<Columns>({})
  const [found, setFound] = useState<Found | null>(null)
  const [overwrite, setOverwrite] = useState(false)

  const choose = async () => {
    const chosen = await askShell({ kind: 'openFile', title: 'Test sheet', extensions: ['xlsx', 'csv', 'tsv', 'txt'] })
    if (chosen !== null) await look(chosen)
  }
  const look = async (chosen: GrantedFile, sheet?: string) => {
    setFile(chosen)
    setFound(null)
    const params = { procedureId, file: fileRef(chosen.token), ...(sheet === undefined ? {} : { sheet }) }
    await preview.run(params).then(
      (table) => {
        setSeen(table)
        setColumns(table.proposal)
      },
      () => setSeen(null),
    )
  }
  const changeColumns = (changed: Columns) => {
    setColumns(changed)
    setFound(null)
  }
  const takeIt = async (more: Pick<ParamsOf<'result.import'>, 'dryRun' | 'overwrite'>): Promise<Found | null> => {
    if (file === null || seen === null) return null
    const sheet = seen.sheet === null ? {} : { sheet: seen.sheet }
    return take.run({ procedureId, file: fileRef(file.token), ...sheet, columns, ...more }).catch(() => null)
  }
  const run = async () => {
    const taken = await takeIt({ overwrite })
    if (taken === null) return
    notifications.show({ message: `${cellWords(taken.added + taken.changed)} taken. Ctrl+Z takes them back.` })
    onClose()
  }
  const count = found === null ? 0 : found.added + (overwrite ? found.differing.length : 0)
  return (
    <Modal opened onClose={onClose} title={`Import a test sheet for ${procedure.controlRef}`} size="80rem">
      <Stack>
        <Group>
          <Button
            variant={seen === null ? 'filled' : 'default'}
            loading={preview.pending}
            onClick={() => void choose()}
          >
            Choose a workbook or CSV file…
          </Button>
          {seen === null || file === null ? (
            <Text size="sm">
              A row for each item, with its id; a column for each attribute. Nothing is recorded yet.
            </Text>
          ) : (
            <Text size="sm">{file.name}</Text>
          )}
          {file === null || seen === null || seen.sheets.length < 2 ? null : (
            <Select
              aria-label="Sheet"
              allowDeselect={false}
              data={sheetOptions(seen.sheets, seen.hiddenSheets)}
              value={seen.sheet}
              onChange={(sheet) => void look(file, sheet ?? undefined)}
            />
          )}
        </Group>
        {seen === null ? null : (
          <>
            <SheetColumnChoices
              header={seen.header}
              attributes={attributes}
              columns={columns}
              onChange={changeColumns}
            />
            {found === null ? <CsvTable header={seen.header} rows={seen.rows} /> : null}
          </>
        )}
        <ErrorNote error={preview.error ?? take.error} />
        {seen === null || found !== null ? null : (
          <Button maw={280} loading={take.pending} onClick={() => void takeIt({ dryRun: true }).then(setFound)}>
            See what would change
          </Button>
        )}
        {found === null ? null : (
          <>
            <FoundResults found={found} />
            {found.differing.length === 0 ? null : (
              <Checkbox
                label="Replace the recorded results that differ"
                checked={overwrite}
                onChange={(event) => setOverwrite(event.currentTarget.checked)}
              />
            )}
            <Button onClick={() => void run()} loading={take.pending} disabled={count === 0} maw={280}>
              {count === 0 ? 'Nothing to take' : `Take ${cellWords(count)}`}
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  )
}
