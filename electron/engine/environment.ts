import { randomBytes, randomUUID } from 'node:crypto'
import { format } from 'date-fns/format'
import publishing from '../../resources/release/publishers.json' with { type: 'json' }
import { usualCost } from './keyring/keyring.ts'
import type { Argon2Cost } from './keyring/keyringForm.ts'

/** Local time with its offset, such as `2026-11-23T14:02:11.093-05:00`. */
const instantForm = "yyyy-MM-dd'T'HH:mm:ss.SSSxxx"

/** How long after what was asked for last the engine takes to work of its own, in milliseconds. */
const idleAfter = 400

/** An instant by this device's clock. */
export type Now = { milliseconds: number; at: string }

/** Everything that the engine takes from its surroundings; tests set it. */
export type Environment = {
  clock: () => Now
  newId: () => string
  random: (bytes: number) => Buffer
  /** What a guess at a passphrase costs; cheaper than usual only in tests, where every one has a store of its own. */
  passphraseCost: Argon2Cost
  /** Keys of those who publish this program, in SSH text form: an installer that one of them signed is believed. */
  publishers: readonly string[]
  /** Answers are checked against the contract in development and tests; a packaged application trusts its own handlers. */
  checksResults: boolean
  /** Runs work once nobody has asked for anything for a moment; a process that ends does not wait for it. */
  whenIdle: (work: () => void) => void
  /** A line for the local log: codes and names of methods, never content. */
  log: (line: string) => void
}

/** @returns the surroundings of a real process */
export function systemEnvironment(options: { checksResults: boolean; log: (line: string) => void }): Environment {
  return {
    clock: () => {
      const milliseconds = Date.now()
      return { milliseconds, at: format(milliseconds, instantForm) }
    },
    newId: randomUUID,
    random: randomBytes,
    passphraseCost: usualCost,
    publishers: publishing.publishers,
    whenIdle: (work) => void setTimeout(work, idleAfter).unref(),
    ...options,
  }
}
