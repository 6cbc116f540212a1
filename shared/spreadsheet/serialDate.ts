import { addDays } from '../period/dayCount.ts'
import type { NumberKind } from './dateFormatCode.ts'

const secondsPerDay = 86_400
/** 9999-12-31 in the 1900 system. */
const lastSerial = 2_958_465
/** Days by which the 1904 system counts later. */
const shift1904 = 1462
/** The day that the 1900 system has and no calendar: 1900 was no leap year (Lotus 1-2-3 thought so, and Excel keeps it). */
const falseLeapDay = 60

/**
 * @param serial days since the system's first day, with the time of day as their fraction
 * @returns `2026-04-02`, `2026-04-02 13:05:00`, `13:05:00` or a span `36:00:00`, to the second; `null` for what is no date
 */
export function serialText(serial: number, kind: Exclude<NumberKind, 'number'>, is1904: boolean): string | null {
  const seconds = Math.round(serial * secondsPerDay)
  if (!Number.isFinite(serial) || seconds < 0) return null
  if (kind === 'elapsed') return timeText(seconds)
  const days = Math.floor(seconds / secondsPerDay) + (is1904 ? shift1904 : 0)
  const rest = seconds % secondsPerDay
  if (days > lastSerial) return null
  if (kind === 'time' && seconds < secondsPerDay) return timeText(rest)
  const day = dayText(days)
  return rest === 0 ? day : `${day} ${timeText(rest)}`
}

function dayText(serial: number): string {
  if (serial === falseLeapDay) return '1900-02-29'
  return addDays('1899-12-30', serial < falseLeapDay ? serial + 1 : serial)
}

function timeText(seconds: number): string {
  const part = (value: number) => String(value).padStart(2, '0')
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(part).join(':')
}
