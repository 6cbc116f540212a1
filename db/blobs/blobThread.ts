import { parentPort, workerData } from 'node:worker_threads'
import { type ErrorAnswer, DomainError } from '../../shared/errors/domainError.ts'
import { writeBlob, type WriteBlob } from './writeBlob.ts'

/** What the thread is given. */
export type ThreadWork = Omit<WriteBlob, 'signal' | 'onProgress' | 'source'> & { source: { file: string } }

/** What the thread says when it is done; any message to it before means that it is to stop. */
export type ThreadAnswer =
  | { ok: true; sha256: string; size: number }
  | { ok: false; code: ErrorAnswer['code'] | null; message: string; details: ErrorAnswer['details'] }

/** What the thread says: plain bytes read so far, and at last its answer. */
export type ThreadSays = { bytes: number } | ThreadAnswer

const work = workerData as ThreadWork
const stopping = new AbortController()
parentPort?.once('message', () => stopping.abort())
say(await answer())

function say(what: ThreadSays): void {
  parentPort?.postMessage(what)
}

async function answer(): Promise<ThreadAnswer> {
  try {
    const { sha256, size } = await writeBlob({
      ...work,
      signal: stopping.signal,
      onProgress: (bytes) => say({ bytes }),
    })
    return { ok: true, sha256, size }
  } catch (error) {
    if (error instanceof DomainError) return { ok: false, ...error.toAnswer() }
    return { ok: false, code: null, message: String(error), details: {} }
  } finally {
    work.known.key.fill(0)
  }
}
