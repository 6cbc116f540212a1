import { decisionsOf } from './decisions.ts'
import { rowsByNumber } from './rows.ts'
import { dayInteger, dayText } from './rowBlock.ts'
import type { Reader } from '../reader.ts'

/** Rows of one day. */
export type DayRows = { day: string; rows: number }

/** @returns the rows of a population by day, excluded ones among them; rows without a day are left out */
export function rowsByDay(reader: Reader, populationId: string): DayRows[] {
  return reader
    .all<{ day: number; rows: number }>(
      `SELECT day, rows FROM population_day WHERE population_id = @populationId AND day > 0 ORDER BY day`,
      { populationId },
    )
    .map(({ day, rows }) => ({ day: dayText(day) ?? '', rows }))
}

/** @returns the rows that can be drawn by day: without those that the auditor excluded */
export function drawableByDay(reader: Reader, populationId: string): DayRows[] {
  const excluded = excludedDays(reader, populationId)
  return rowsByDay(reader, populationId).flatMap(({ day, rows }) => {
    const left = rows - (excluded.get(day) ?? 0)
    return left > 0 ? [{ day, rows: left }] : []
  })
}

/** @returns how many rows that can be drawn are dated within a part of the period, its bounds included */
export function drawableWithin(reader: Reader, populationId: string, part: { start: string; end: string }): number {
  return drawableByDay(reader, populationId)
    .filter(({ day }) => day >= part.start && day <= part.end)
    .reduce((sum, { rows }) => sum + rows, 0)
}

/** @returns the last day that a population has; `null` without any */
export function lastDay(reader: Reader, populationId: string): string | null {
  return rowsByDay(reader, populationId).at(-1)?.day ?? null
}

/** @returns how many rows have no day */
export function rowsWithoutDay(reader: Reader, populationId: string): number {
  return reader.count(`SELECT rows AS n FROM population_day WHERE population_id = @populationId AND day = 0`, {
    populationId,
  })
}

/** @returns how many rows lie before or after two days, excluded ones among them; a bound that is `null` is none */
export function rowCountOutside(reader: Reader, populationId: string, before: string | null, after: string | null) {
  return reader.count(
    `SELECT coalesce(sum(rows), 0) AS n FROM population_day
     WHERE population_id = @populationId AND day > 0 AND (day < @before OR day > @after)`,
    { populationId, before: before && dayInteger(before), after: after && dayInteger(after) },
  )
}

function excludedDays(reader: Reader, populationId: string): Map<string, number> {
  const excluded = [...decisionsOf(reader, populationId)].flatMap(([row, decision]) =>
    decision === 'exclude' ? [row] : [],
  )
  const days = new Map<string, number>()
  for (const { date } of rowsByNumber(reader, populationId, excluded).values()) {
    if (date !== null) days.set(date, (days.get(date) ?? 0) + 1)
  }
  return days
}
