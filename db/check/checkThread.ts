import { parentPort, workerData } from 'node:worker_threads'
import { answerTo } from '../thread/threadAnswer.ts'
import { type CheckDepth, checkTables } from './tableProblems.ts'

/** What the thread is given. */
export type CheckWork = { file: string; key: Uint8Array; depth: CheckDepth }

const { file, key, depth } = workerData as CheckWork
parentPort?.postMessage(await answerTo(async () => checkTables(file, Buffer.from(key.buffer), depth)))
key.fill(0)
