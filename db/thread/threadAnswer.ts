import type { Worker } from 'node:worker_threads'
import { DomainError, type ErrorAnswer } from '../../shared/errors/domainError.ts'

/** What a thread says at last: what its work came to, or what it failed with. */
export type ThreadAnswer<R> =
  | { ok: true; result: R }
  | { ok: false; code: ErrorAnswer['code'] | null; message: string; details: ErrorAnswer['details'] }

/** Does the work of a thread. @returns what the thread says of it: errors do not cross as they are */
export async function answerTo<R>(work: () => Promise<R>): Promise<ThreadAnswer<R>> {
  try {
    return { ok: true, result: await work() }
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, ...error.toAnswer() }
    return { ok: false, code: null, message: String(error), details: {} }
  }
}

/**
 * Waits for what a thread comes to.
 * @param onOther told of whatever else it says before
 * @throws DomainError what it failed with; another error where it ended without an answer
 */
export function resultOf<R, Other extends object>(worker: Worker, onOther: (said: Other) => void): Promise<R> {
  const { promise, resolve, reject } = Promise.withResolvers<R>()
  worker.on('message', (said: Other | ThreadAnswer<R>) => {
    if (!('ok' in said)) onOther(said)
    else if (said.ok) resolve(said.result)
    else reject(said.code === null ? new Error(said.message) : new DomainError(said.code, said.details))
  })
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('A thread ended before it answered')))
  // It is awaited later; until then a failure must not end the process.
  promise.catch(() => undefined)
  return promise
}
