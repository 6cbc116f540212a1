import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { resultOf } from '../thread/threadAnswer.ts'
import type { CheckWork } from './checkThread.ts'
import type { CheckDepth, TableCheck } from './tableProblems.ts'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./checkThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/**
 * Checks a file of tables that nobody has open, as `checkTables` does, in a thread of its own: SQLite reads a large file for
 * seconds, and whoever works meanwhile does not wait for it.
 * @throws DomainError as `checkTables`
 */
export async function checkTablesAside(file: string, key: Buffer, depth: CheckDepth): Promise<TableCheck> {
  const work: CheckWork = { file, key: Uint8Array.from(key), depth }
  const worker = new Worker(thread, { workerData: work })
  work.key.fill(0)
  try {
    return await resultOf<TableCheck, never>(worker, () => undefined)
  } finally {
    await worker.terminate()
  }
}
