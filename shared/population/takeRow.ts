import type { RejectedRow } from '../contract/values.ts'
import { DomainError } from '../errors/domainError.ts'
import { type DateFormat, parseDate } from '../period/dateFormat.ts'
import { isDecimal } from './decimal.ts'
import type { PopulationRow } from './rowLine.ts'

/** A column by its place from 0 and its name. */
export type Column = { at: number; name: string }

/** Which cell of a row is what. */
export type RowMapping = {
  /** Cells that a row has to have: those of the header. */
  width: number
  itemId: Column
  date: (Column & { format: DateFormat }) | null
  stratum: Column | null
  amount: Column | null
}

export type TakenRow = { row: PopulationRow; rejected: null } | { row: null; rejected: RejectedRow }

/**
 * Takes a row of a file as a row of a population: the item id byte for byte, the day read in the column's format. A blank
 * date is a row without a day.
 * @returns the row, or the first reason not to take it: `csv.ragged_row`, `population.blank_id`,
 *   `population.unparsable_date`, `population.no_such_date`, `population.unparsable_amount`
 */
export function takeRow(mapping: RowMapping, row: number, cells: string[]): TakenRow {
  if (cells.length !== mapping.width) {
    return reject(row, null, new DomainError('csv.ragged_row', { row, found: cells.length, expected: mapping.width }))
  }
  const cell = (column: Column | null) => (column === null ? '' : (cells[column.at] ?? ''))
  const itemId = cell(mapping.itemId)
  if (itemId.trim() === '') return reject(row, mapping.itemId, new DomainError('population.blank_id'))
  const day = dayOf(mapping.date, cell(mapping.date))
  if (day instanceof DomainError) return reject(row, mapping.date, day)
  const amount = cell(mapping.amount).trim()
  if (amount !== '' && !isDecimal(amount)) {
    return reject(row, mapping.amount, new DomainError('population.unparsable_amount', { value: amount }))
  }
  const stratum = mapping.stratum === null ? null : cell(mapping.stratum)
  return {
    row: { row, itemId, occurredOn: day, stratum, amount: amount === '' ? null : amount, cells },
    rejected: null,
  }
}

function dayOf(date: RowMapping['date'], text: string): string | null | DomainError {
  if (date === null || text.trim() === '') return null
  const parsed = parseDate(text, date.format)
  return parsed.ok ? parsed.date : new DomainError(parsed.code, { value: text, format: shownFormats[date.format] })
}

const shownFormats = { iso: 'YYYY-MM-DD', dmy: 'DD/MM/YYYY', mdy: 'MM/DD/YYYY' } as const

function reject(row: number, column: Column | null, { code, message }: DomainError): TakenRow {
  return { row: null, rejected: { row, column: column?.name ?? null, code, message } }
}
