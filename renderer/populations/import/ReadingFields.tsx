import { Group, Select } from '@mantine/core'
import type { Encoding } from '../../../shared/contract/csv.ts'
import { sheetOptions } from '../../ui/sheetOptions.ts'
import type { Preview, ReadingChoice } from './listSource.ts'

const encodings: { value: Encoding; label: string }[] = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252' },
  { value: 'utf-16le', label: 'UTF-16, little-endian' },
  { value: 'utf-16be', label: 'UTF-16, big-endian' },
]

const delimiters: { value: ',' | ';' | '\t' | '|'; label: string }[] = [
  { value: ',', label: 'Comma' },
  { value: ';', label: 'Semicolon' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar' },
]

/** How the list was read; what was found out can be overruled, and is read again then. */
export function ReadingFields({ seen, onChange }: { seen: Preview; onChange: (reading: ReadingChoice) => void }) {
  const { format, encoding, delimiter, sheet, sheets, hiddenSheets } = seen
  if (format === 'jsonl') return null
  if (format === 'xlsx') {
    return (
      <Select
        label="Sheet"
        maw={320}
        allowDeselect={false}
        data={sheetOptions(sheets, hiddenSheets)}
        value={sheet}
        onChange={(value) => onChange(value === null ? {} : { sheet: value })}
      />
    )
  }
  const given = (encoded: Encoding | null, separated: (typeof delimiters)[number]['value'] | undefined) =>
    onChange({
      ...(encoded === null ? {} : { encoding: encoded }),
      ...(separated === undefined ? {} : { delimiter: separated }),
    })
  const separator = delimiters.find(({ value }) => value === delimiter)?.value
  return (
    <Group>
      <Select
        label="Encoding"
        w={200}
        allowDeselect={false}
        data={encodings}
        value={encoding}
        onChange={(value) => given(value, separator)}
      />
      <Select
        label="Separated by"
        w={160}
        allowDeselect={false}
        data={delimiters}
        value={separator ?? null}
        onChange={(value) => given(encoding, value ?? separator)}
      />
    </Group>
  )
}
