import { isPlainDate } from '../../shared/period/plainDate.ts'

/** @returns what is wrong with a date as it was typed, or `null` */
export function dateProblem(text: string): string | null {
  return isPlainDate(text.trim()) ? null : 'Give a day as year-month-day, such as 2026-03-01.'
}
