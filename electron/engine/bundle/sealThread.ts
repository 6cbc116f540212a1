import { on } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { answerTo } from '../../../db/thread/threadAnswer.ts'
import { sealFile, type SealWork } from './sealFile.ts'

/** What the thread is told: the next plain bytes, the first `length` of a room; that there are no more; or to leave nothing. */
export type SealOrder = { room: ArrayBuffer; length: number } | 'end' | 'stop'

/** What it says before it is done: a room whose bytes are used up. */
export type SealCredit = { room: ArrayBuffer }

const port = parentPort
if (port !== null) port.postMessage(await answerTo(() => sealFile(workerData as SealWork, received(port))))

async function* received(from: MessagePort): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const [order] of on(from, 'message') as AsyncIterable<[SealOrder]>) {
    if (order === 'end') return
    if (order === 'stop') throw new Error('Whoever makes the bundle stopped')
    const { room, length } = order
    yield new Uint8Array(room, 0, length)
    const credit: SealCredit = { room }
    from.postMessage(credit, [room])
  }
}
