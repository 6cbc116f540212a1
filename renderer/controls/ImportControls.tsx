import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { CsvTable } from '../ui/CsvTable.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { RejectedRows } from '../ui/RejectedRows.tsx'
import { withColumn } from '../ui/withColumn.ts'

type Columns = NonNullable<ParamsOf<'control.import'>['columns']>
const columnNames = ['ref', 'title', 'description', 'criteria', 'frequency', 'type', 'nature', 'owner'] as const

/** Imports a control matrix: choose the file, see it, say which column is which, read what was not taken. */
export function ImportControls({
  engagementId,
  opened,
  onClose,
}: {
  engagementId: string
  opened: boolean
  onClose: () => void
}) {
  const preview = useEngineCommand('control.preview', { quiet: true })
  const take = useEngineCommand('control.import', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [seen, setSeen] = useState<ResultOf<'control.preview'> | null>(null)
  const [columns, setColumns] = useState<Columns>({})
  const [result, setResult] = useState<ResultOf<'control.import'> | null>(null)

  const choose = async () => {
    const chosen = await askShell({ kind: 'openFile', title: 'Control matrix', extensions: ['csv', 'txt', 'tsv'] })
    if (chosen === null) return
    setFile(chosen)
    setResult(null)
    await preview.run({ file: fileRef(chosen.token) }).then(
      (found) => {
        setSeen(found)
        setColumns(found.proposal)
      },
      () => setSeen(null),
    )
  }
  const run = async () => {
    if (file !== null)
      await take.run({ engagementId, file: fileRef(file.token), columns }).then(setResult, () => undefined)
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Import a control matrix" size="80rem">
      <Stack>
        <Group>
          <Button
            variant={seen === null ? 'filled' : 'default'}
            onClick={() => void choose()}
            loading={preview.pending}
          >
            Choose a CSV file…
          </Button>
          {seen === null ? null : (
            <Text size="sm">{`${seen.name} · ${seen.encoding} · separated by “${seen.delimiter}”`}</Text>
          )}
        </Group>
        <ErrorNote error={preview.error ?? take.error} />
        {seen === null || result !== null ? null : (
          <>
            <Group>
              {columnNames.map((name) => (
                <Select
                  key={name}
                  label={name}
                  w={150}
                  clearable
                  data={seen.header}
                  value={columns[name] ?? null}
                  onChange={(column) => setColumns((known) => withColumn(known, name, column))}
                />
              ))}
            </Group>
            <CsvTable header={seen.header} rows={seen.rows} />
            <Button onClick={() => void run()} loading={take.pending}>
              Import
            </Button>
          </>
        )}
        {result === null ? null : (
          <>
            <Text role="status">{`${result.imported} imported, ${result.updated} updated, ${result.unchanged} unchanged, ${result.rejected.length} rejected`}</Text>
            <RejectedRows rows={result.rejected} />
            <Button onClick={onClose}>Close</Button>
          </>
        )}
      </Stack>
    </Modal>
  )
}
