import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { resultOf } from '../../../../db/thread/threadAnswer.ts'
import type { DocxWork } from './docxThread.ts'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./docxThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/**
 * Fills a template with a report in a thread of its own: laying out the pages of a large report takes seconds, and the engine
 * answers meanwhile.
 * @returns the bytes of a DOCX, the same for the same report and template
 * @throws what `signal` was aborted with
 */
export async function writeDocxAside(work: DocxWork, signal: AbortSignal): Promise<Uint8Array> {
  signal.throwIfAborted()
  const worker = new Worker(thread, { workerData: work })
  const stop = () => void worker.terminate()
  signal.addEventListener('abort', stop)
  try {
    return await resultOf<Uint8Array, never>(worker, () => undefined)
  } catch (error) {
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', stop)
    await worker.terminate()
  }
}
