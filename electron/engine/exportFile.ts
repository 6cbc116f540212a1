import { createHash } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { systemCode, writeFault } from '../../db/disk/diskFault.ts'
import { syncFolder } from '../../db/disk/syncFolder.ts'
import { writeDurably } from '../../db/disk/writeDurably.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/** @returns where a file is written until it is whole */
export function partOf(file: string): string {
  return `${file}.part`
}

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
  const part = partOf(file)
  const hash = createHash('sha256')
  let bytes = 0
  let isBegun = false
  async function* counted(): AsyncGenerator<Uint8Array, void, undefined> {
    isBegun = true
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
    // A folder that was there when the file was begun went away with the disk that it is on.
    if (isBegun && systemCode(error) === 'ENOENT') throw new DomainError('disk.removed', { name: path.basename(file) })
    throw writeFault(error, file)
  }
}
