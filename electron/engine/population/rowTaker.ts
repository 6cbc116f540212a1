import { DateTexts } from '../../../shared/period/dateTexts.ts'
import { DateOrder } from '../../../shared/population/dateOrder.ts'
import { type Column, type RowMapping, type TakenRow, takeRow } from '../../../shared/population/takeRow.ts'
import type { PackedRows } from '../table/packedRows.ts'
import { addDates } from './mapping.ts'

/** Takes the rows of a list one by one under a mapping, and holds its dates to one order of day and month. */
export class RowTaker {
  readonly #mapping: RowMapping
  readonly #order: DateOrder | null
  readonly #dates = new DateTexts()

  /** @param isOrderGiven whether the auditor said how dates are written: what does not fit is a bad row then, not a question */
  constructor(mapping: RowMapping, isOrderGiven: boolean) {
    this.#mapping = mapping
    this.#order = mapping.date === null || isOrderGiven ? null : new DateOrder(mapping.date.name)
  }

  /** Looks at the dates of a slice before its rows are taken. @throws DomainError `population.date_order_mixed` */
  begin(rows: PackedRows): void {
    const { date, width } = this.#mapping
    if (this.#order !== null && date !== null) addDates(this.#order, rows, date, width)
  }

  /** @returns the row at a place of the slice, taken or rejected */
  take(rows: PackedRows, at: number): TakenRow {
    const { itemId, date, stratum, amount } = this.#mapping
    const cell = (column: Column | null) => (column === null ? '' : rows.cell(at, column.at))
    const cells = {
      row: rows.number(at),
      width: rows.width(at),
      itemId: cell(itemId),
      date: cell(date),
      stratum: cell(stratum),
      amount: cell(amount),
    }
    return takeRow(this.#mapping, cells, this.#parse)
  }

  readonly #parse = (text: string, format: Parameters<DateTexts['parse']>[1]) => this.#dates.parse(text, format)
}
