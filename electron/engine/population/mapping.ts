import type { PopulationColumns } from '../../../shared/contract/population.ts'
import type { DateFormat } from '../../../shared/period/dateFormat.ts'
import { DateOrder } from '../../../shared/population/dateOrder.ts'
import type { Column, RowMapping } from '../../../shared/population/takeRow.ts'
import { columnIndex } from '../csv/columns.ts'
import type { JobContext } from '../handler.ts'
import type { PackedRows } from '../table/packedRows.ts'
import { type TableFile, tableRows } from '../table/tableFile.ts'

/** Which column is what, as the auditor says it. */
export type Mapped = { columns: PopulationColumns; dateFormat?: DateFormat | undefined }

/** @returns which cell is what @throws DomainError `csv.column_missing`, `population.date_order_ambiguous`, `population.date_order_mixed` */
export async function mappingOf(
  file: TableFile,
  { columns, dateFormat }: Mapped,
  context: JobContext,
): Promise<RowMapping> {
  const place = (name: string | undefined): Column | null =>
    name === undefined ? null : { at: columnIndex(file.header, name), name }
  const itemId = { at: columnIndex(file.header, columns.itemId), name: columns.itemId }
  const [date, stratum, amount] = [place(columns.date), place(columns.stratum), place(columns.amount)]
  for (const name of columns.further ?? []) columnIndex(file.header, name)
  const format = date === null ? null : (dateFormat ?? (await provenFormat(file, date, context)))
  return { width: file.header.length, itemId, date: date && format ? { ...date, format } : null, stratum, amount }
}

/** Reads the dates until one format alone is left. Whether all the later ones agree is seen when they are taken. */
async function provenFormat(
  file: TableFile,
  column: Column,
  { signal, pause, progress }: JobContext,
): Promise<DateFormat> {
  const order = new DateOrder(column.name)
  const onProgress = (bytes: number) => progress(bytes, file.bytes, 'Reading dates')
  for await (const rows of tableRows(file, { signal, onProgress })) {
    addDates(order, rows, column, file.header.length)
    if (order.isProven) break
    await pause()
  }
  return order.format()
}

/** Adds the dates of rows that have the width of the header. @throws DomainError `population.date_order_mixed` */
export function addDates(order: DateOrder, rows: PackedRows, column: Column, width: number): void {
  for (let at = 0; at < rows.length; at += 1) {
    if (rows.width(at) === width) order.add(rows.number(at), rows.cell(at, column.at))
  }
}
