import type { ListSelection } from '../../shared/contract/list.ts'
import { callEngine } from '../engine/client.ts'
import { fileRef } from '../engine/shell.ts'
import { ExportActions } from './ExportActions.tsx'

type ListActionsProps = {
  /** What the list is called, and the file that it becomes. */
  name: string
  selection: ListSelection
  /** A list without rows is not written. */
  disabled?: boolean
  /** Smaller beside a section's heading than on top of a screen. */
  size?: 'xs' | 'sm'
}

const formats = [
  { format: 'xlsx', label: 'As a workbook (XLSX)…' },
  { format: 'csv', label: 'As text (CSV)…' },
] as const

/** What every list offers: it is written to a file, or printed, as far as it is shown. */
export function ListActions({ selection, ...looks }: ListActionsProps) {
  return (
    <ExportActions
      {...looks}
      formats={formats}
      write={async (format, token) => {
        const { rows } = await callEngine('list.export', { ...selection, file: fileRef(token), format })
        return rowsText(rows)
      }}
      prepare={async () => {
        const { documentId, rows } = await callEngine('list.print', selection)
        return { documentId, amount: rowsText(rows) }
      }}
    />
  )
}

const rowsText = (rows: number) => (rows === 1 ? '1 row' : `${rows} rows`)
