/** Minutes without a key or a movement after which a store locks, where nobody chose another number. */
export const usualIdleMinutes = 10

/** The numbers of minutes to choose from; 0 is never. */
export const idleMinutesChoices = [2, 5, 10, 15, 30, 60, 0] as const

/** For so many seconds before it locks, the window says so, and any key ends it. */
export const warningSeconds = 30

/** Whether a value is one of {@link idleMinutesChoices}. */
export function isIdleMinutes(value: unknown): value is number {
  return idleMinutesChoices.some((choice) => choice === value)
}

/**
 * @param usedAt when somebody last did something, by the clock of then
 * @returns the same by the clock of now: where it was set back, the minutes begin anew, and it locks at most once more as late
 */
export function lastUse(usedAt: number, now: number): number {
  return Math.min(usedAt, now)
}

/** Where an idle computer stands: nothing to say, seconds that are left, or to be locked. */
export type IdleState = { kind: 'used' } | { kind: 'warning'; seconds: number } | { kind: 'lock' }

/**
 * @param minutes after which it locks, 0 for never
 * @param idle milliseconds since somebody last did something
 */
export function idleState(minutes: number, idle: number): IdleState {
  if (minutes === 0) return { kind: 'used' }
  const left = Math.ceil((minutes * 60_000 - idle) / 1000)
  if (left <= 0) return { kind: 'lock' }
  return left <= warningSeconds ? { kind: 'warning', seconds: left } : { kind: 'used' }
}
