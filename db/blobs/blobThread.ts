import { parentPort, workerData } from 'node:worker_threads'
import { answerTo, type ThreadAnswer } from '../thread/threadAnswer.ts'
import type { StoredBlob } from './blobFile.ts'
import { writeBlob, type WriteBlob } from './writeBlob.ts'

/** What the thread is given. */
export type ThreadWork = Omit<WriteBlob, 'signal' | 'onProgress' | 'source'> & { source: { file: string } }

/** What the thread comes to. */
export type ThreadResult = Pick<StoredBlob, 'sha256' | 'size'>

/** What it says before: plain bytes read so far. Any message to it means that it is to stop. */
export type ThreadProgress = { bytes: number }

const work = workerData as ThreadWork
const stopping = new AbortController()
parentPort?.once('message', () => stopping.abort())
say(await answerTo(write))

function say(what: ThreadProgress | ThreadAnswer<ThreadResult>): void {
  parentPort?.postMessage(what)
}

async function write(): Promise<ThreadResult> {
  try {
    const { sha256, size } = await writeBlob({
      ...work,
      signal: stopping.signal,
      onProgress: (bytes) => say({ bytes }),
    })
    return { sha256, size }
  } finally {
    work.known.key.fill(0)
  }
}
