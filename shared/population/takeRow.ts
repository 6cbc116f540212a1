import type { RejectedRow } from '../contract/values.ts'
import { DomainError } from '../errors/domainError.ts'
import type { DateFormat, ParsedDate } from '../period/dateFormat.ts'
import { isDecimal } from './decimal.ts'

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

/** The cells of a row that have a meaning, as received; `''` where the mapping has no such column. */
export type MappedCells = {
  /** Row of the file, the header being row 1. */
  row: number
  /** How many cells the row has. */
  width: number
  itemId: string
  date: string
  stratum: string
  amount: string
}

/** What the mapping makes of a row. `null` where it has no such column; a blank day or amount is `''`. */
export type TakenCells = { itemId: string; day: string | null; stratum: string | null; amount: string | null }

export type TakenRow = { taken: TakenCells; rejected: null } | { taken: null; rejected: RejectedRow }

/**
 * Takes a row of a file as a row of a population: the item id byte for byte, the day read in the column's format. A blank
 * date is a row without a day.
 * @param parse reads a text as a date, see {@link DateTexts}
 * @returns the row, or the first reason not to take it: `csv.ragged_row`, `population.blank_id`,
 *   `population.unparsable_date`, `population.no_such_date`, `population.unparsable_amount`
 */
export function takeRow(
  mapping: RowMapping,
  cells: MappedCells,
  parse: (text: string, format: DateFormat) => ParsedDate,
): TakenRow {
  const { row, width, itemId, date, stratum } = cells
  if (width !== mapping.width) {
    return reject(row, null, new DomainError('csv.ragged_row', { row, found: width, expected: mapping.width }))
  }
  if (itemId.trim() === '') return reject(row, mapping.itemId, new DomainError('population.blank_id'))
  const day = dayOf(mapping.date, date, parse)
  if (day instanceof DomainError) return reject(row, mapping.date, day)
  const amount = cells.amount.trim()
  if (amount !== '' && !isDecimal(amount)) {
    return reject(row, mapping.amount, new DomainError('population.unparsable_amount', { value: amount }))
  }
  return {
    taken: {
      itemId,
      day,
      stratum: mapping.stratum === null ? null : stratum,
      amount: mapping.amount === null ? null : amount,
    },
    rejected: null,
  }
}

function dayOf(
  date: RowMapping['date'],
  text: string,
  parse: (text: string, format: DateFormat) => ParsedDate,
): string | null | DomainError {
  if (date === null) return null
  if (text.trim() === '') return ''
  const parsed = parse(text, date.format)
  return parsed.ok ? parsed.date : new DomainError(parsed.code, { value: text, format: shownFormats[date.format] })
}

const shownFormats = { iso: 'YYYY-MM-DD', dmy: 'DD/MM/YYYY', mdy: 'MM/DD/YYYY' } as const

function reject(row: number, column: Column | null, { code, message }: DomainError): TakenRow {
  return { taken: null, rejected: { row, column: column?.name ?? null, code, message } }
}
