import { expect } from 'vitest'
import { asAnswer } from '../../../electron/engine/answer.ts'
import type { TestEngine } from '../openTestEngine.ts'
import { storeDigest } from './storeDigest.ts'

/** Microseconds of the processor that a call with bad input may take, however busy the machine is: 5 s. */
const longest = 5_000_000

/** Makes a call and holds it to what every call promises. @returns `done`, or the code of the refusal */
export type WatchedCall = (call: () => Promise<unknown>) => Promise<string>

/**
 * @returns a caller that fails the test where a call works for more than 5 s, ends in an error that nobody foresaw, or is
 * refused and has changed the store
 */
export async function watchCalls(engine: TestEngine): Promise<WatchedCall> {
  let before = await storeDigest(engine)
  return async (call) => {
    const written = rowsWritten(engine)
    const usedBefore = process.cpuUsage()
    let place = ''
    const outcome = await call().then(
      () => 'done',
      (error: unknown) => asAnswer(error, (line) => (place = line)).code,
    )
    expect(process.cpuUsage(usedBefore).user).toBeLessThan(longest)
    expect(outcome, place).not.toBe('engine.unexpected')
    // A call that closes the store writes nothing.
    if (!(await engine.call('store.status', {})).open || rowsWritten(engine) === written) return outcome
    const after = await storeDigest(engine)
    if (outcome !== 'done') expect(after, `${outcome} has changed the store`).toBe(before)
    before = after
    return outcome
  }
}

/** @returns how many rows were written since the store was opened, those that were rolled back among them */
function rowsWritten(engine: TestEngine): number | undefined {
  return engine.reader().one<{ n: number }>('SELECT total_changes() AS n')?.n
}
