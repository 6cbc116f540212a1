import type { TableParams, TablePreview } from '../../../shared/contract/table.ts'
import type { JobContext } from '../handler.ts'
import { describeTable, examineTable, tableRows } from './tableFile.ts'

const shownRows = 20

/** @returns how a list is read, and its first rows @throws DomainError as {@link examineTable} and {@link tableRows} as far as they read */
export async function previewTable(params: TableParams, context: JobContext): Promise<TablePreview> {
  const file = await examineTable(params, context)
  for await (const rows of tableRows(file, { signal: context.signal })) {
    const shown = Array.from({ length: Math.min(rows.length, shownRows) }, (_, at) => rows.cells(at))
    return { ...describeTable(file), rows: shown }
  }
  return { ...describeTable(file), rows: [] }
}
