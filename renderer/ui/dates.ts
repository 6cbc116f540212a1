import { format } from 'date-fns/format'
import { parseISO } from 'date-fns/parseISO'

/** @returns an instant as it was on its writer's clock, to the minute: `2026-11-23 14:02` */
export function instantWords(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ')
}

/** @returns a month in words: `2025-10` → `October 2025` */
export function monthWords(month: string): string {
  return format(parseISO(`${month}-01`), 'MMMM yyyy')
}

/** @returns the day of this computer's calendar */
export function today(): string {
  const now = new Date()
  const part = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`
}
