import type { RejectedRow } from '../../../shared/contract/values.ts'
import { type ControlColumns, controlFields, proposeControlColumns } from '../../../shared/control/proposal.ts'
import { type MatrixColumns, type MatrixRow, takeControl } from '../../../shared/control/takeControl.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { tscCriterionIds } from '../catalogue.ts'
import { columnIndex } from '../csv/columns.ts'
import type { JobContext } from '../handler.ts'
import { type TableFile, tableRows } from '../table/tableFile.ts'

/** A row of a control matrix that can be taken. */
export type NumberedRow = { row: number; control: MatrixRow }

/** A control matrix as it was read: the rows that can be taken, and the others. */
export type Matrix = { columns: MatrixColumns; rows: NumberedRow[]; rejected: RejectedRow[] }

/**
 * Reads a control matrix to its end.
 * @param given which column is what; the names propose it where nothing is given
 * @throws DomainError `csv.column_missing`, and those of {@link tableRows}
 */
export async function readMatrix(
  file: TableFile,
  given: ControlColumns | undefined,
  { signal, pause, progress }: JobContext,
): Promise<Matrix> {
  const columns = columnsOf(file, given ?? proposeControlColumns(file.header))
  const matrix: Matrix = { columns, rows: [], rejected: [] }
  const refs = new Set<string>()
  for await (const slice of tableRows(file, {
    signal,
    onProgress: (bytes) => progress(bytes, file.bytes, 'Reading'),
  })) {
    for (let at = 0; at < slice.length; at += 1) {
      const row = { row: slice.number(at), cells: slice.cells(at) }
      const { control, rejected } = takeControl(columns, tscCriterionIds(), row)
      if (control === null) matrix.rejected.push(rejected)
      else if (refs.has(control.ref)) matrix.rejected.push(repeated(columns, row.row, control.ref))
      else matrix.rows.push({ row: row.row, control })
      if (control !== null) refs.add(control.ref)
    }
    await pause()
  }
  return matrix
}

function columnsOf({ header }: TableFile, named: ControlColumns): MatrixColumns {
  const places = controlFields.flatMap((field) => {
    const name = named[field]
    return name === undefined ? [] : [[field, { at: columnIndex(header, name), name }] as const]
  })
  for (const field of ['ref', 'title'] as const) {
    if (named[field] === undefined)
      throw new DomainError('csv.column_missing', { column: field, header: header.join(', '), columns: header })
  }
  return { width: header.length, of: Object.fromEntries(places) }
}

function repeated({ of }: MatrixColumns, row: number, ref: string): RejectedRow {
  const { code, message } = new DomainError('control.duplicate_ref', { ref })
  return { row, column: of.ref?.name ?? null, code, message }
}
