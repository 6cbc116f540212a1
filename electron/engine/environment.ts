import { randomBytes, randomUUID } from 'node:crypto'

/** An instant by this device's clock. */
export type Now = { milliseconds: number; at: string }

/** Everything that the engine takes from its surroundings; tests set it. */
export type Environment = {
  clock: () => Now
  newId: () => string
  random: (bytes: number) => Buffer
  /** Answers are checked against the contract in development and tests; a packaged application trusts its own handlers. */
  checksResults: boolean
  /** A line for the local log: codes and names of methods, never content. */
  log: (line: string) => void
}

/** @returns an instant as the journal shows it: local time with its offset, such as `2026-11-23T14:02:11.093-05:00` */
export function instantOf(milliseconds: number, offsetMinutes: number): string {
  const local = new Date(milliseconds + offsetMinutes * 60_000).toISOString().slice(0, -1)
  const sign = offsetMinutes < 0 ? '-' : '+'
  const two = (value: number) => String(value).padStart(2, '0')
  const distance = Math.abs(offsetMinutes)
  return `${local}${sign}${two(Math.floor(distance / 60))}:${two(distance % 60)}`
}

/** @returns the surroundings of a real process */
export function systemEnvironment(options: { checksResults: boolean; log: (line: string) => void }): Environment {
  return {
    clock: () => {
      const milliseconds = Date.now()
      return { milliseconds, at: instantOf(milliseconds, -new Date(milliseconds).getTimezoneOffset()) }
    },
    newId: randomUUID,
    random: randomBytes,
    ...options,
  }
}
