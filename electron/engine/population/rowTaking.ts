import { createHash } from 'node:crypto'
import type { RejectedRow } from '../../../shared/contract/values.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import type { DateFormat } from '../../../shared/period/dateFormat.ts'
import { DateOrder } from '../../../shared/population/dateOrder.ts'
import { type PopulationRow, rowLine } from '../../../shared/population/rowLine.ts'
import { type Column, type RowMapping, takeRow } from '../../../shared/population/takeRow.ts'
import { columnIndex } from '../csv/columns.ts'
import { type CsvRow, csvRows } from '../csv/csvRows.ts'
import type { CsvFile } from '../csv/examineCsv.ts'
import type { JobContext } from '../handler.ts'

type Params = CheckedParamsOf<'population.import'>

/** @returns which cell is what @throws DomainError `csv.column_missing`, `population.date_order_ambiguous`, `population.date_order_mixed` */
export async function mappingOf(
  file: CsvFile,
  { columns, dateFormat }: Params,
  context: JobContext,
): Promise<RowMapping> {
  const place = (name: string | undefined): Column | null =>
    name === undefined ? null : { at: columnIndex(file.header, name), name }
  const itemId = { at: columnIndex(file.header, columns.itemId), name: columns.itemId }
  const [date, stratum, amount] = [place(columns.date), place(columns.stratum), place(columns.amount)]
  const format = date === null ? null : (dateFormat ?? (await provenFormat(file, date, context)))
  return { width: file.header.length, itemId, date: date && format ? { ...date, format } : null, stratum, amount }
}

/** Reads the dates until one format alone is left. Whether all the later ones agree is seen when they are taken. */
async function provenFormat(
  file: CsvFile,
  column: Column,
  { signal, pause, progress }: JobContext,
): Promise<DateFormat> {
  const order = new DateOrder(column.name)
  for await (const slice of csvRows(file, {
    signal,
    onProgress: (bytes) => progress(bytes, file.bytes, 'Reading dates'),
  })) {
    addDates(order, slice, column, file.header.length)
    if (order.isProven) break
    await pause()
  }
  return order.format()
}

function addDates(order: DateOrder, rows: readonly CsvRow[], column: Column, width: number): void {
  for (const { row, cells } of rows) if (cells.length === width) order.add(row, cells[column.at] ?? '')
}

/** Rejected rows that an error names. */
const listedRows = 1000

/** Rejected rows that may be left out; more are another file than was meant, and no list that anybody reads. */
const mostSkipped = 10_000

/** What was taken of a file: how many rows, SHA-256 over their lines, how many were left out, and how dates were read. */
export type TakenRows = Pick<EntityRow<'population'>, 'rows' | 'rowsSha256' | 'rejectedRows' | 'dateFormat'>

/** Takes rows slice by slice, hashes those taken, and keeps a list of the others. */
export class RowTaking {
  readonly #mapping: RowMapping
  readonly #order: DateOrder | null
  readonly #skipRejected: boolean
  readonly #hash = createHash('sha256')
  readonly rejected: RejectedRow[] = []
  #rejectedCount = 0
  #taken = 0

  constructor(mapping: RowMapping, { dateFormat, skipRejected }: Params) {
    this.#mapping = mapping
    // An order that the auditor gave is not questioned: what it does not fit is a bad row.
    this.#order = mapping.date === null || dateFormat !== undefined ? null : new DateOrder(mapping.date.name)
    this.#skipRejected = skipRejected
  }

  /** @returns the rows to be stored; none once a bad row has refused the file @throws DomainError `population.date_order_mixed` */
  take(slice: readonly CsvRow[]): PopulationRow[] {
    const { date, width } = this.#mapping
    if (this.#order !== null && date !== null) addDates(this.#order, slice, date, width)
    const rows: PopulationRow[] = []
    for (const { row, cells } of slice) {
      const taken = takeRow(this.#mapping, row, cells)
      if (taken.row === null) this.#reject(taken.rejected)
      else rows.push(taken.row)
    }
    if (!this.#skipRejected && this.#rejectedCount > 0) return []
    for (const row of rows) this.#hash.update(rowLine(row))
    this.#taken += rows.length
    return rows
  }

  #reject(row: RejectedRow): void {
    this.#rejectedCount += 1
    if (this.rejected.length < (this.#skipRejected ? mostSkipped : listedRows)) this.rejected.push(row)
  }

  /** @returns what was taken, after the last slice @throws DomainError `population.bad_rows` */
  result(): TakenRows {
    const [first] = this.rejected
    const isRefused = !this.#skipRejected || this.#rejectedCount > mostSkipped || this.#taken === 0
    if (first !== undefined && isRefused) {
      const rejected = this.rejected.slice(0, listedRows)
      throw new DomainError('population.bad_rows', {
        ...first,
        column: first.column ?? '',
        count: this.#rejectedCount,
        rejected,
      })
    }
    return {
      rows: this.#taken,
      rowsSha256: this.#hash.digest('hex'),
      rejectedRows: this.#rejectedCount,
      dateFormat: this.#mapping.date?.format ?? null,
    }
  }
}
