import { Button, Fieldset, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { ResultOf } from '../../../shared/contract/index.ts'
import type { Population } from '../../../shared/contract/population.ts'
import { links } from '../../app/links.ts'
import { useEngineCommand } from '../../engine/hooks.ts'
import { CsvTable } from '../../ui/CsvTable.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { SourceFields, sourceOf, sourceProblems, type SourceValues, sourceValuesOf } from '../SourceFields.tsx'
import { BadRows } from './BadRows.tsx'
import { ColumnFields } from './ColumnFields.tsx'
import {
  type ColumnChoice,
  type ListSource,
  mappingOf,
  type Preview,
  type ReadingChoice,
  sourceParams,
} from './listSource.ts'
import { ReadingFields } from './ReadingFields.tsx'
import { SourceStep } from './SourceStep.tsx'
import { Templates } from './Templates.tsx'

/** Imports a population: choose the list, see how it was read, say which column is which, look at what cannot be taken. */
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
  const check = useEngineCommand('population.badRows', { quiet: true })
  const take = useEngineCommand('population.import', { quiet: true })
  const [source, setSource] = useState<ListSource | null>(null)
  const [reading, setReading] = useState<ReadingChoice>({})
  const [seen, setSeen] = useState<Preview | null>(null)
  const [columns, setColumns] = useState<ColumnChoice>({})
  const [name, setName] = useState('')
  const [dateFormat, setDateFormat] = useState<Population['dateFormat']>(null)
  const [checked, setChecked] = useState<ResultOf<'population.badRows'> | null>(null)
  const origin = useForm<SourceValues>({ initialValues: sourceValuesOf({}), validate: sourceProblems })
  const mapping = mappingOf(columns, dateFormat)

  const read = (from: ListSource, how: ReadingChoice) => {
    setSource(from)
    setReading(how)
    setChecked(null)
    void preview.run(sourceParams(from, how)).then(
      (found) => {
        setSeen(found)
        setColumns(found.proposal)
        setDateFormat(null)
        setName((known) => (known === '' ? found.name.replace(/\.[^.]+$/, '') : known))
      },
      () => setSeen(null),
    )
  }
  const change = (chosen: ColumnChoice) => {
    setColumns(chosen)
    setChecked(null)
  }
  const trial = source === null || mapping === null ? null : { ...sourceParams(source, reading), ...mapping }
  const tryRows = () => {
    if (trial !== null) void check.run(trial).then(setChecked, () => undefined)
  }
  const run = (skipRejected: boolean) => {
    if (trial === null || origin.validate().hasErrors) return
    void take.run({ engagementId, name, ...trial, skipRejected, source: sourceOf(origin.values) }).then(
      ({ populationId }) => {
        onClose()
        globalThis.location.hash = links.population(engagementId, populationId)
      },
      // What stands in the way is found out for the whole list, so that it can be shown and exported.
      (error: { code?: string }) => (error.code === 'population.bad_rows' ? tryRows() : undefined),
    )
  }
  return (
    <Modal opened={opened} onClose={onClose} closeOnClickOutside={false} title="Import a population" size="80rem">
      <Stack>
        <SourceStep seen={seen} pending={preview.pending} onSource={(chosen) => read(chosen, {})} />
        <ErrorNote error={preview.error ?? check.error ?? (checked === null ? take.error : null)} />
        {seen === null || source === null ? null : (
          <>
            <ReadingFields seen={seen} onChange={(how) => read(source, how)} />
            <TextInput label="Name" maw={400} value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <ColumnFields
              seen={seen}
              columns={columns}
              dateFormat={dateFormat}
              onColumns={change}
              onDateFormat={setDateFormat}
            />
            <Templates
              engagementId={engagementId}
              seen={seen}
              mapping={mapping}
              onTake={(template) => {
                change(template.columns)
                setDateFormat(template.dateFormat)
              }}
            />
            <Fieldset legend="Where it came from; it can be said later" p="xs">
              <SourceFields form={origin} />
            </Fieldset>
            <CsvTable header={seen.header} rows={seen.rows} />
            {checked === null || trial === null ? null : (
              <BadRows trial={trial} found={checked} onWithout={() => run(true)} pending={take.pending} />
            )}
            <Group>
              <Button onClick={() => run(false)} loading={take.pending} disabled={trial === null || name.trim() === ''}>
                Import
              </Button>
              <Button variant="default" onClick={tryRows} loading={check.pending} disabled={trial === null}>
                Check the rows first
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  )
}
