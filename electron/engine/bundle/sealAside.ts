import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { resultOf } from '../../../db/thread/threadAnswer.ts'
import type { Sealed, SealWork } from './sealFile.ts'
import type { SealCredit, SealOrder } from './sealThread.ts'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./sealThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/** Plain bytes that go over at once, and how many such rooms are on their way: memory stays at 2 MiB. */
const roomBytes = 512 * 1024
const rooms = 4

/**
 * Seals plain bytes as {@link sealFile} does, in a thread of its own, which also writes the file: reading and opening what goes
 * in takes as long as sealing and writing it, so each has a processor.
 * @throws DomainError as {@link sealFile}
 */
export async function sealAside(work: SealWork, plain: AsyncIterable<Uint8Array>): Promise<Sealed> {
  const worker = new Worker(thread, { workerData: work })
  work.fileKey.fill(0)
  const free = new Rooms()
  const result = resultOf<Sealed, SealCredit>(worker, ({ room }) => free.give(room))
  const tell = (order: SealOrder) => worker.postMessage(order, typeof order === 'string' ? [] : [order.room])
  try {
    let room = new Uint8Array(await free.take())
    let used = 0
    for await (const piece of plain) {
      for (let taken = 0; taken < piece.length;) {
        if (used === room.length) {
          tell({ room: room.buffer, length: used })
          // Where the thread failed, no room comes back.
          room = new Uint8Array(await Promise.race([free.take(), result.then(endedEarly)]))
          used = 0
        }
        const part = piece.subarray(taken, taken + room.length - used)
        room.set(part, used)
        used += part.length
        taken += part.length
      }
    }
    tell({ room: room.buffer, length: used })
    tell('end')
    return await result
  } catch (error) {
    tell('stop')
    await result.catch(() => undefined)
    throw error
  } finally {
    await worker.terminate()
  }
}

function endedEarly(): never {
  throw new TypeError('The bundle was closed before its end')
}

/** Rooms that are free to be filled. One person at a time waits for one. */
class Rooms {
  readonly #free = Array.from({ length: rooms }, () => new ArrayBuffer(roomBytes))
  #waiting: ((room: ArrayBuffer) => void) | null = null

  give(room: ArrayBuffer): void {
    const waiting = this.#waiting
    this.#waiting = null
    if (waiting === null) this.#free.push(room)
    else waiting(room)
  }

  async take(): Promise<ArrayBuffer> {
    return this.#free.pop() ?? new Promise((resolve) => (this.#waiting = resolve))
  }
}
