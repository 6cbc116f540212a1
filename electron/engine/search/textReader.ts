import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Beside this file among the sources, and beside the engine where everything is in one file. */
const thread = new URL(`./textThread${extname(fileURLToPath(import.meta.url))}`, import.meta.url)

/** What a file may take: then it is given up. It is hostile until it was read. */
const longest = 60_000
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 }

/** What the thread is asked, and what it answers: nothing where the file cannot be read. */
export type TextQuestion = { name: string; bytes: Uint8Array<ArrayBuffer> }
export type TextAnswer = { text: string | null }

/** Reads the text of files in a thread of its own: whatever a file does to its reader, the engine goes on. */
export class TextReader {
  #worker: Worker | null = null

  /** @returns the text of a file, empty where it has none; `null` where it cannot be read, or takes too long */
  async read(name: string, bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<string | null> {
    signal.throwIfAborted()
    this.#worker ??= new Worker(thread, { resourceLimits: memory, stdout: true, stderr: true })
    const worker = this.#worker
    const { promise, resolve } = Promise.withResolvers<string | null>()
    let isGivenUp = false
    const giveUp = () => {
      isGivenUp = true
      resolve(null)
    }
    const answer = ({ text }: TextAnswer) => resolve(text)
    const timer = setTimeout(giveUp, longest)
    signal.addEventListener('abort', giveUp)
    worker.once('message', answer)
    worker.once('error', giveUp)
    worker.once('exit', giveUp)
    const question: TextQuestion = { name, bytes }
    worker.postMessage(question, [bytes.buffer])
    const text = await promise
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
    worker.off('message', answer).off('error', giveUp).off('exit', giveUp)
    if (isGivenUp) await this.close()
    signal.throwIfAborted()
    return text
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    await worker?.terminate()
  }
}
