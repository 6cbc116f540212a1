import type { ParamsOf } from '../../shared/contract/index.ts'
import { callEngine } from '../engine/client.ts'
import { fileRef } from '../engine/shell.ts'
import { ExportActions } from '../ui/ExportActions.tsx'
import { entriesText } from './entriesText.ts'

const formats = [
  { format: 'csv', label: 'As text (CSV), a row for every field…' },
  { format: 'jsonl', label: 'As JSON lines, whose chain anybody can verify…' },
] as const

/** Writes the entries that the screen is narrowed to into a file, or prints them. */
export function JournalActions({ choice, disabled }: { choice: ParamsOf<'journal.print'>; disabled: boolean }) {
  return (
    <ExportActions
      name="Journal"
      disabled={disabled}
      formats={formats}
      write={async (format, token) => {
        const { entries } = await callEngine('journal.export', { ...choice, file: fileRef(token), format })
        return entriesText(entries)
      }}
      prepare={async () => {
        const { documentId, entries } = await callEngine('journal.print', choice)
        return { documentId, amount: entriesText(entries) }
      }}
    />
  )
}
