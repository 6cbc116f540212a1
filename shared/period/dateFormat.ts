import { type DateParts, isDay, type PlainDate, writePlainDate } from './plainDate.ts'

/** `iso` 2026-04-02, `dmy` 02.04.2026 or 2/4/2026, `mdy` 4/2/2026. */
export type DateFormat = 'iso' | 'dmy' | 'mdy'

export const dateFormats: readonly DateFormat[] = ['iso', 'dmy', 'mdy']

export type ParsedDate =
  | { ok: true; date: PlainDate }
  | { ok: false; code: 'population.unparsable_date' | 'population.no_such_date' }

/**
 * Reads one text under a given format. Spaces around it and a time of day after it are left out; a zone is not applied:
 * the day is the one that is written. Two-digit years are refused, since nothing tells their century.
 */
export function parseDate(text: string, format: DateFormat): ParsedDate {
  const parts = partsUnder(text, format)
  if (parts === undefined) return { ok: false, code: 'population.unparsable_date' }
  return isDay(parts) ? { ok: true, date: writePlainDate(parts) } : { ok: false, code: 'population.no_such_date' }
}

/**
 * @returns the formats under which the text has a day from 1 to 31 and a month from 1 to 12. 31/02/2026 has, as
 * day/month: that no calendar has the day says nothing against the order.
 */
export function formatsOf(text: string): DateFormat[] {
  return dateFormats.filter((format) => partsUnder(text, format) !== undefined)
}

const time = String.raw`(?:[T ]+(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?(?: ?[AaPp][Mm])?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?`
const isoText = new RegExp(`^(\\d{4})-(\\d\\d)-(\\d\\d)${time}$`)
const otherText = new RegExp(`^(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})${time}$`)

function partsUnder(text: string, format: DateFormat): DateParts | undefined {
  const parts = format === 'iso' ? isoParts(text.trim()) : otherParts(text.trim(), format)
  if (parts === undefined) return undefined
  const { month, day } = parts
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? parts : undefined
}

function isoParts(text: string): DateParts | undefined {
  const found = isoText.exec(text)
  return found === null ? undefined : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
}

function otherParts(text: string, format: 'dmy' | 'mdy'): DateParts | undefined {
  const found = otherText.exec(text)
  if (found === null) return undefined
  const [first, second] = [Number(found[1]), Number(found[3])]
  const [day, month] = format === 'dmy' ? [first, second] : [second, first]
  return { year: Number(found[4]), month, day }
}
