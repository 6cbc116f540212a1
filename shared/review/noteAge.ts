/** Colour and words of a note's age; days as in: a note of yesterday is one day old. */
export type NoteAge = { days: number; late: boolean }

/** Days after which a note that nobody cleared is late, by its priority. */
const lateAfterDays = { high: 2, normal: 7, low: 14 } as const

/**
 * @param at instant at which the note was opened, or opened again
 * @param now milliseconds since 1970
 * @returns how many whole days a note has been open, never below 0, and whether that is long for its priority
 */
export function noteAge(at: string, priority: keyof typeof lateAfterDays, now: number): NoteAge {
  const days = Math.max(0, Math.floor((now - Date.parse(at)) / 86_400_000))
  return { days, late: days >= lateAfterDays[priority] }
}
