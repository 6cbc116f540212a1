import { drawableByDay } from '../population/days.ts'
import type { Reader } from '../reader.ts'

/** Rows that can be drawn in one month. */
export type MonthRows = { month: string; rows: number }

/** @returns the drawable rows of a population by month; excluded rows and rows without a day are left out */
export function drawableByMonth(reader: Reader, populationId: string): MonthRows[] {
  return [...Map.groupBy(drawableByDay(reader, populationId), ({ day }) => day.slice(0, 7))].map(([month, days]) => ({
    month,
    rows: days.reduce((sum, { rows }) => sum + rows, 0),
  }))
}

/** The wording of a control from a day on. */
export type Wording = { effectiveOn: string; description: string; frequency: string; type: string }

/** @returns the wordings of a control, oldest first */
export function wordingsOf(reader: Reader, controlId: string): Wording[] {
  return reader.all<Wording>(
    `SELECT effective_on AS effectiveOn, description, frequency, type FROM control_version
     WHERE control_id = @controlId AND deleted = 0 ORDER BY effective_on, rowid`,
    { controlId },
  )
}
