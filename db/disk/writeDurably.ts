import { open, type FileHandle } from 'node:fs/promises'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** After so many bytes the disk is told to begin, so that not everything waits for the last flush. */
const flushBytes = 32 * 1024 * 1024

/**
 * Writes a new private file and makes it durable. The disk takes one piece while the next is made.
 * Errors of the system pass unchanged; what was written so far is left for the caller to remove.
 * @param file must not exist; a link is not followed
 */
export async function writeDurably(file: string, pieces: Bytes): Promise<void> {
  const { durable } = await writeAhead(file, pieces)
  await durable
}

/**
 * Writes as {@link writeDurably} does, and does not wait for the last flush: whoever writes many small files begins the next.
 * @returns a promise of the file being durable and closed, which has to be awaited before anything rests on it
 */
export async function writeAhead(file: string, pieces: Bytes): Promise<{ durable: Promise<void> }> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await writeAll(handle, pieces)
  } catch (error) {
    await handle.close()
    throw error
  }
  return { durable: noted(flushAndClose(handle)) }
}

async function writeAll(handle: FileHandle, pieces: Bytes): Promise<void> {
  let writing: Promise<unknown> = Promise.resolve()
  let flushing: Promise<unknown> = Promise.resolve()
  let unflushed = 0
  try {
    for await (const piece of pieces) {
      await writing
      if (unflushed >= flushBytes) {
        await flushing
        flushing = noted(handle.datasync())
        unflushed = 0
      }
      writing = noted(handle.writeFile(piece))
      unflushed += piece.length
    }
    await writing
    await flushing
  } finally {
    await Promise.allSettled([writing, flushing])
  }
}

async function flushAndClose(handle: FileHandle): Promise<void> {
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A failure is awaited later; until then it must not end the process. */
function noted<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}
