import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { CsvTable } from '../ui/CsvTable.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { RejectedRows } from '../ui/RejectedRows.tsx'
import { sheetOptions } from '../ui/sheetOptions.ts'
import { withColumn } from '../ui/withColumn.ts'

type Preview = ResultOf<'control.preview'>
type Columns = NonNullable<ParamsOf<'control.import'>['columns']>

const columnWords = {
  ref: 'Reference',
  title: 'Title',
  description: 'Wording',
  criteria: 'Criteria',
  frequency: 'Frequency',
  type: 'Type',
  nature: 'Nature',
  owner: 'Owner',
  organisation: 'Organisation',
} as const satisfies Record<keyof Columns, string>
const columnNames = Object.keys(columnWords) as (keyof Columns)[]

const delimiterWords: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' }

/** Imports a control matrix: choose the file, see it, say which column is which, read what was not taken. */
export function ImportControls({ engagementId, onClose }: { engagementId: string; onClose: () => void }) {
  const preview = useEngineCommand('control.preview', { quiet: true })
  const take = useEngineCommand('control.import', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [seen, setSeen] = useState<Preview | null>(null)
  const [columns, setColumns] = useState<Columns>({})
  const [result, setResult] = useState<ResultOf<'control.import'> | null>(null)

  const choose = async () => {
    const extensions = ['xlsx', 'csv', 'txt', 'tsv']
    const chosen = await askShell({ kind: 'openFile', title: 'Control matrix', extensions })
    if (chosen !== null) await look(chosen)
  }
  const look = async (chosen: GrantedFile, sheet?: string) => {
    setFile(chosen)
    setResult(null)
    await preview.run({ file: fileRef(chosen.token), ...(sheet === undefined ? {} : { sheet }) }).then(
      (found) => {
        setSeen(found)
        setColumns(found.proposal)
      },
      () => setSeen(null),
    )
  }
  const run = async () => {
    if (file === null || seen === null) return
    const sheet = seen.sheet === null ? {} : { sheet: seen.sheet }
    await take.run({ engagementId, file: fileRef(file.token), ...sheet, columns }).then(setResult, () => undefined)
  }
  return (
    <Modal opened onClose={onClose} title="Import a control matrix" size="80rem">
      <Stack>
        <Group>
          <Button
            variant={seen === null ? 'filled' : 'default'}
            onClick={() => void choose()}
            loading={preview.pending}
          >
            Choose a workbook or CSV file…
          </Button>
          {seen === null ? (
            <Text size="sm">Its first row names the columns. A reference that is known already is updated.</Text>
          ) : (
            <Text size="sm">{fileWords(seen)}</Text>
          )}
        </Group>
        <ErrorNote error={preview.error ?? take.error} />
        {seen === null || result !== null ? null : (
          <>
            {file === null || seen.sheets.length < 2 ? null : (
              <Select
                label="Sheet"
                w={320}
                allowDeselect={false}
                data={sheetOptions(seen.sheets, seen.hiddenSheets)}
                value={seen.sheet}
                onChange={(sheet) => void look(file, sheet ?? undefined)}
              />
            )}
            <ColumnChoices header={seen.header} columns={columns} onChange={setColumns} />
            <CsvTable header={seen.header} rows={seen.rows} />
            <Button onClick={() => void run()} loading={take.pending}>
              Import
            </Button>
          </>
        )}
        {result === null ? null : <ImportResult result={result} onClose={onClose} />}
      </Stack>
    </Modal>
  )
}

type ColumnChoicesProps = { header: string[]; columns: Columns; onChange: (columns: Columns) => void }

function ColumnChoices({ header, columns, onChange }: ColumnChoicesProps) {
  return (
    <Group>
      {columnNames.map((name) => (
        <Select
          key={name}
          label={columnWords[name]}
          w={150}
          clearable
          data={header}
          value={columns[name] ?? null}
          onChange={(column) => onChange(withColumn(columns, name, column))}
        />
      ))}
    </Group>
  )
}

function ImportResult({ result, onClose }: { result: ResultOf<'control.import'>; onClose: () => void }) {
  const { imported, updated, unchanged, rejected } = result
  return (
    <>
      <Text role="status">{`${imported} imported, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`}</Text>
      {rejected.length === 0 ? null : (
        <Text size="sm">
          Correct these rows in the file and import it again; the rows that were taken stay as they are.
        </Text>
      )}
      <RejectedRows rows={rejected} />
      <Button onClick={onClose}>Close</Button>
    </>
  )
}

function fileWords({ name, encoding, delimiter, sheet }: Preview): string {
  const form =
    sheet === null ? [encoding, `separated by ${delimiterWords[delimiter ?? ''] ?? delimiter}`] : [`sheet ${sheet}`]
  return [name, ...form].join(' · ')
}
