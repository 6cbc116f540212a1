import { Alert, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { links } from '../app/links.ts'
import type { ParamsOf, ResultOf } from '../../shared/contract/index.ts'
import type { RejectedRow } from '../../shared/contract/values.ts'
import type { GrantedFile } from '../../shared/shell/shellAction.ts'
import { useEngineCommand } from '../engine/hooks.ts'
import { askShell, fileRef } from '../engine/shell.ts'
import { CsvTable } from '../ui/CsvTable.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { RejectedRows } from '../ui/RejectedRows.tsx'
import { withColumn } from '../ui/withColumn.ts'

type Import = ParamsOf<'population.import'>
type Columns = ResultOf<'population.preview'>['proposal']
const columnNames = [
  ['itemId', 'Item id'],
  ['date', 'Date'],
  ['stratum', 'Stratum'],
  ['amount', 'Amount'],
] as const

const formatWords = { iso: 'year-month-day', dmy: 'day, month, year', mdy: 'month, day, year' } as const

/** @returns the columns that were chosen, without those that were not */
function given(columns: Columns): { date?: string; stratum?: string; amount?: string } {
  return Object.fromEntries(Object.entries(columns).filter(([, column]) => column !== undefined))
}

/** Imports a population: choose the file, see it, say which column is which; the order of day and month is proven or asked. */
export function ImportPopulation({
  engagementId,
  opened,
  onClose,
}: {
  engagementId: string
  opened: boolean
  onClose: () => void
}) {
  const preview = useEngineCommand('population.preview', { quiet: true })
  const take = useEngineCommand('population.import', { quiet: true })
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [seen, setSeen] = useState<ResultOf<'population.preview'> | null>(null)
  const [columns, setColumns] = useState<Columns>({})
  const [name, setName] = useState('')
  const [dateFormat, setDateFormat] = useState<NonNullable<Import['dateFormat']> | null>(null)

  const choose = async () => {
    const chosen = await askShell({ kind: 'openFile', title: 'Population', extensions: ['csv', 'txt', 'tsv'] })
    if (chosen === null) return
    setFile(chosen)
    await preview.run({ file: fileRef(chosen.token) }).then(
      (found) => {
        setSeen(found)
        setColumns(found.proposal)
        setName(found.name.replace(/\.[^.]+$/, ''))
        setDateFormat(null)
      },
      () => setSeen(null),
    )
  }
  const run = async (skipRejected: boolean) => {
    const { itemId } = columns
    if (file === null || itemId === undefined) return
    const format = dateFormat === null ? {} : { dateFormat }
    await take
      .run({
        engagementId,
        name,
        file: fileRef(file.token),
        columns: { ...given(columns), itemId },
        ...format,
        skipRejected,
      })
      .then(
        ({ populationId }) => {
          onClose()
          window.location.hash = links.population(engagementId, populationId)
        },
        () => undefined,
      )
  }
  const proven = seen?.dates.find(({ column }) => column === columns.date)?.formats ?? []
  const rejected = (take.error?.details['rejected'] ?? []) as RejectedRow[]
  return (
    <Modal opened={opened} onClose={onClose} title="Import a population" size="80rem">
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
            <Text size="sm">{`${seen.name} · ${seen.rowCount} rows · ${seen.encoding} · separated by “${seen.delimiter}”`}</Text>
          )}
        </Group>
        <ErrorNote error={preview.error ?? take.error} />
        {rejected.length === 0 ? null : (
          <Alert color="orange" title="Rows that cannot be taken">
            <RejectedRows rows={rejected} />
            <Button variant="default" mt="sm" onClick={() => void run(true)} loading={take.pending}>
              Import without these rows
            </Button>
          </Alert>
        )}
        {seen === null ? null : (
          <>
            <Group align="end">
              <TextInput label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
              {columnNames.map(([key, label]) => (
                <Select
                  key={key}
                  label={label}
                  w={160}
                  clearable={key !== 'itemId'}
                  data={seen.header.filter((column) => column !== '')}
                  value={columns[key] ?? null}
                  onChange={(column) => setColumns(({ further: _further, ...known }) => withColumn(known, key, column))}
                />
              ))}
              {columns.date !== undefined && proven.length > 1 ? (
                <Select
                  label="Order of day and month"
                  description="Every date can be read both ways"
                  data={proven.map((value) => ({ value, label: formatWords[value] }))}
                  value={dateFormat}
                  onChange={setDateFormat}
                />
              ) : null}
            </Group>
            <CsvTable header={seen.header} rows={seen.rows} />
            <Button
              onClick={() => void run(false)}
              loading={take.pending}
              disabled={columns.itemId === undefined || name.trim() === ''}
            >
              Import
            </Button>
          </>
        )}
      </Stack>
    </Modal>
  )
}
