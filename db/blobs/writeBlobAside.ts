import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { resultOf } from '../thread/threadAnswer.ts'
import type { StoredBlob } from './blobFile.ts'
import type { ThreadProgress, ThreadResult, ThreadWork } from './blobThread.ts'
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
    const written = await resultOf<ThreadResult, ThreadProgress>(worker, ({ bytes }) => onProgress?.(bytes))
    return { ...write.known, ...written }
  } catch (error) {
    write.known.key.fill(0)
    signal?.throwIfAborted()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
