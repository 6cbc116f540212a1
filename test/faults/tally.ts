import { appendFileSync } from 'node:fs'
import { inject } from 'vitest'
import type { Tally } from './tallyTable.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A file of the run, to which each test adds what came of its faults. */
    faultTallies: string
  }
}

/** Adds to the table that the run prints at its end. */
export function tally(line: Tally): void {
  appendFileSync(inject('faultTallies'), `${JSON.stringify(line)}\n`)
}
