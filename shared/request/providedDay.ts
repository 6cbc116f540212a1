import { type DateFormat, formatsOf, parseDate } from '../period/dateFormat.ts'
import type { PlainDate } from '../period/plainDate.ts'

/** A day as a client wrote it, or why it is none. */
export type ProvidedDay = { ok: true; day: PlainDate | null } | { ok: false; problem: string }

/** Reads a day that was written by hand; nothing is no day, and one that can be read two ways is not guessed. */
export function providedDay(text: string): ProvidedDay {
  if (text === '') return { ok: true, day: null }
  const [format, other] = formatsOf(text)
  if (format === undefined) return { ok: false, problem: `"${shortened(text)}" is not a date.` }
  const day = dayUnder(text, format)
  if (other !== undefined && day !== dayUnder(text, other)) {
    return { ok: false, problem: `"${text}" can be read as day/month and as month/day. Write it as 2026-04-02.` }
  }
  return day === null ? { ok: false, problem: `"${text}" does not exist in the calendar.` } : { ok: true, day }
}

function dayUnder(text: string, format: DateFormat): PlainDate | null {
  const parsed = parseDate(text, format)
  return parsed.ok ? parsed.date : null
}

const longestShown = 40

function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
