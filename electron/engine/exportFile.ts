import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { writeFault } from '../../db/disk/diskFault.ts'
import { syncFolder } from '../../db/disk/syncFolder.ts'
import { writeDurably } from '../../db/disk/writeDurably.ts'

/**
 * Writes a file that leaves the store: under another name first, made durable, then renamed, so that a file under the final
 * name is whole. One that is there is replaced; the dialog has asked.
 * @throws DomainError `disk.full`, `disk.removed`, `file.unwritable`; nothing is left behind
 */
export async function exportFile(
  file: string,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<{ sha256: string; bytes: number }> {
  const part = `${file}.part`
  const hash = createHash('sha256')
  let bytes = 0
  async function* counted(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of pieces) {
      signal?.throwIfAborted()
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  try {
    await rm(part, { force: true })
    await writeDurably(part, counted())
    await rename(part, file)
    await syncFolder(path.dirname(file))
    return { sha256: hash.digest('hex'), bytes }
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw writeFault(error, file)
  }
}
