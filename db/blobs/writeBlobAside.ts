import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { DomainError } from '../../shared/errors/domainError.ts'
import type { StoredBlob } from './blobFile.ts'
import type { ThreadAnswer, ThreadSays, ThreadWork } from './blobThread.ts'
import type { WriteBlob } from './writeBlob.ts'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./blobThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

type WriteFileAside = Omit<WriteBlob, 'source'> & { source: { file: string } }

/**
 * Writes a file as `writeBlob` does, in a thread of its own: reading, hashing and encrypting a large file take nothing from
 * whatever else is done with it meanwhile.
 * @throws DomainError as `writeBlob`
 */
export async function writeBlobAside({ signal, onProgress, ...write }: WriteFileAside): Promise<StoredBlob> {
  signal?.throwIfAborted()
  const work: ThreadWork = write
  const worker = new Worker(thread, { workerData: work })
  const stop = () => worker.postMessage('stop')
  signal?.addEventListener('abort', stop)
  try {
    const answer = await answerOf(worker, onProgress)
    if (answer.ok) return { ...write.known, ...answer }
    signal?.throwIfAborted()
    throw answer.code === null ? new Error(answer.message) : new DomainError(answer.code, answer.details)
  } catch (error) {
    write.known.key.fill(0)
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

function answerOf(worker: Worker, onProgress: WriteBlob['onProgress']): Promise<ThreadAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ThreadAnswer>()
  worker.on('message', (said: ThreadSays) => ('bytes' in said ? onProgress?.(said.bytes) : resolve(said)))
  worker.once('error', reject)
  worker.once('exit', () => reject(new Error('The thread that writes a file ended before it answered')))
  return promise
}
