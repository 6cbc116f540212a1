import { DomainError } from '../errors/domainError.ts'

/**
 * A day of the calendar as `2025-10-01`: no time, no zone. Texts of this form sort as the days do.
 * Years run from 0001 to 9999 in the Gregorian calendar.
 */
export type PlainDate = string

export type DateParts = { year: number; month: number; day: number }

/** @returns whether the text is a day of the calendar in the form `2025-10-01` */
export function isPlainDate(text: string): boolean {
  return partsOf(text) !== undefined
}

/**
 * @returns year, month and day
 * @throws DomainError `period.invalid_date`
 */
export function readPlainDate(text: string): DateParts {
  const parts = partsOf(text)
  if (parts === undefined) throw new DomainError('period.invalid_date', { value: text })
  return parts
}

function partsOf(text: string): DateParts | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (found === null) return undefined
  const parts = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  return isDay(parts) ? parts : undefined
}

/** @returns whether the calendar has this day: no 31 April, 29 February in leap years only */
export function isDay({ year, month, day }: DateParts): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** @returns the days of a month; months count from 1 */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const isLeapYear = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

/** @returns the date's text */
export function writePlainDate({ year, month, day }: DateParts): PlainDate {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

const padded = (number: number, digits: number) => String(number).padStart(digits, '0')

/** @returns -1, 0 or 1 as `a` is before, the same as or after `b` */
export function compareDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** @returns the month of a date, as `2025-10` */
export function monthOf(date: PlainDate): string {
  return date.slice(0, 7)
}

/** @returns the calendar quarter of a date, as `2025-Q4` */
export function quarterOf(date: PlainDate): string {
  const { year, month } = readPlainDate(date)
  return `${padded(year, 4)}-Q${Math.ceil(month / 3)}`
}
