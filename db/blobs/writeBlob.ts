import { createHash } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DomainError } from '../../shared/errors/domainError.ts'
import { writeFault } from '../disk/diskFault.ts'
import { openRegularFile, readPieces } from '../disk/regularFile.ts'
import { syncFolder } from '../disk/syncFolder.ts'
import { writeDurably } from '../disk/writeDurably.ts'
import { sealStream } from '../sodium/chunkedStream.ts'
import { blobHeader, blobPath, partEnding, type StoredBlob } from './blobFile.ts'

type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

export type WriteBlob = {
  /** Folder of the evidence files beside the store; made if missing. */
  folder: string
  /** A file on the disk, or the bytes themselves. */
  source: { file: string } | Bytes
  /** What the encrypted file is to be known by. The key is zeroed where nothing was kept. */
  known: Pick<StoredBlob, 'key' | 'storedName'>
  /** Plain bytes above which the file is refused. */
  limit?: number | undefined
  signal?: AbortSignal | undefined
  /** Plain bytes read so far. */
  onProgress?: ((bytes: number) => void) | undefined
}

/**
 * Writes bytes as an encrypted file: aside first, made durable, then renamed.
 * @throws DomainError `file.not_regular`, `file.unreadable`, `file.too_large`, `blob.changed_while_reading`, `disk.full`,
 *   `disk.removed`, `file.unwritable`; nothing is left behind
 */
export async function writeBlob(write: WriteBlob): Promise<StoredBlob> {
  return 'file' in write.source ? writeFile(write, write.source.file) : writeBytes(write, write.source)
}

async function writeFile(write: WriteBlob, file: string): Promise<StoredBlob> {
  const handle = await openRegularFile(file)
  try {
    const before = await handle.stat({ bigint: true })
    const blob = await writeBytes(write, readPieces(handle, file, { signal: write.signal }))
    const after = await handle.stat({ bigint: true })
    if (before.mtimeNs === after.mtimeNs && before.size === after.size && after.size === BigInt(blob.size)) return blob
    await rm(blobPath(write.folder, blob.storedName), { force: true })
    throw new DomainError('blob.changed_while_reading', { name: path.basename(file) })
  } finally {
    await handle.close()
  }
}

async function writeBytes({ folder, known, limit, signal, onProgress }: WriteBlob, source: Bytes): Promise<StoredBlob> {
  const { key, storedName } = known
  const target = blobPath(folder, storedName)
  const part = target + partEnding
  const hash = createHash('sha256')
  let size = 0
  async function* counted(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const piece of source) {
      signal?.throwIfAborted()
      size += piece.length
      if (limit !== undefined && size > limit) throw new DomainError('file.too_large', { limit: `${limit} bytes` })
      hash.update(piece)
      onProgress?.(size)
      yield piece
    }
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeDurably(part, sealed(counted(), key))
    await rename(part, target)
    await syncFolder(folder)
  } catch (error) {
    key.fill(0)
    await rm(part, { force: true }).catch(() => undefined)
    await rm(target, { force: true }).catch(() => undefined)
    throw writeFault(error, storedName)
  }
  return { sha256: hash.digest('hex'), size, key, storedName }
}

async function* sealed(plain: Bytes, key: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  yield blobHeader
  yield* sealStream(plain, key)
}
