import { Worker } from 'node:worker_threads'
import { resultOf } from '../../../db/thread/threadAnswer.ts'

/**
 * Has a thread of its own do one work and end: the engine answers meanwhile.
 * @param thread its file
 * @returns what it came to
 * @throws DomainError what it failed with; what `signal` was aborted with
 */
export async function workAside<R>(thread: URL, work: object, signal?: AbortSignal): Promise<R> {
  signal?.throwIfAborted()
  const worker = new Worker(thread, { workerData: work })
  const stop = () => void worker.terminate()
  signal?.addEventListener('abort', stop)
  try {
    return await resultOf<R, never>(worker, () => undefined)
  } catch (error) {
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
