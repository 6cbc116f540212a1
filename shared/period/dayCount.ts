import { DomainError } from '../errors/domainError.ts'
import { type DateParts, daysInMonth, isDay, type PlainDate, readPlainDate, writePlainDate } from './plainDate.ts'

/**
 * Days since 0000-03-01 in the Gregorian calendar. Counted from March, so that the leap day is the last of its year and
 * the months before any month have a fixed number of days (E. G. Richards' and H. Hinnant's method).
 */
function dayNumber({ year, month, day }: DateParts): number {
  const fromMarch = (month + 9) % 12
  const marchYear = year - Number(month <= 2)
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  return marchYear * 365 + leapDays + Math.floor((153 * fromMarch + 2) / 5) + day - 1
}

function partsOfDay(number: number): DateParts {
  const era = Math.floor(number / 146_097)
  const dayOfEra = number - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return { year: era * 400 + yearOfEra + Number(month <= 2), month, day }
}

/**
 * @returns days from `from` to `to`: 0 for the same day, 1 for the day after, below 0 where `to` is earlier
 * @throws DomainError `period.invalid_date`
 */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(readPlainDate(to)) - dayNumber(readPlainDate(from))
}

/**
 * @param days a whole number, below 0 for earlier days
 * @throws DomainError `period.invalid_date`, also where the result leaves the years 0001 to 9999
 */
export function addDays(date: PlainDate, days: number): PlainDate {
  return written(partsOfDay(dayNumber(readPlainDate(date)) + days), date)
}

/**
 * Months keep the day of the month, and where the month is too short take its last day: one month after 31 January is
 * 28 or 29 February. So adding one month twice can differ from adding two.
 * @param months a whole number, below 0 for earlier months
 * @throws DomainError `period.invalid_date`, also where the result leaves the years 0001 to 9999
 */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = readPlainDate(date)
  const count = year * 12 + month - 1 + months
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
  return written({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) }, date)
}

function written(parts: DateParts, from: PlainDate): PlainDate {
  if (!isDay(parts)) throw new DomainError('period.invalid_date', { value: from })
  return writePlainDate(parts)
}
