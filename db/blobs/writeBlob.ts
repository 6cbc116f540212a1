import { createHash } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { DomainError } from '../../shared/errors/domainError.ts'
import { writeFault } from '../disk/diskFault.ts'
import { openRegularFile, readPieces } from '../disk/regularFile.ts'
import { StreamRooms } from '../disk/streamRooms.ts'
import { syncFolder } from '../disk/syncFolder.ts'
import { writeAhead } from '../disk/writeDurably.ts'
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

/** A file that is written, and gets its name when it is durable. */
export type WrittenBlob = { blob: StoredBlob; durable: Promise<void> }

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
  const rooms = new StreamRooms()
  try {
    const before = await handle.stat({ bigint: true })
    const blob = await writeBytes(write, readPieces(handle, file, { signal: write.signal, room: rooms.read }), rooms)
    const after = await handle.stat({ bigint: true })
    if (before.mtimeNs === after.mtimeNs && before.size === after.size && after.size === BigInt(blob.size)) return blob
    await rm(blobPath(write.folder, blob.storedName), { force: true })
    throw new DomainError('blob.changed_while_reading', { name: path.basename(file) })
  } finally {
    await handle.close()
  }
}

async function writeBytes(write: WriteBlob, source: Bytes, rooms?: StreamRooms): Promise<StoredBlob> {
  const { blob, durable } = await writeBlobAhead({ ...write, source }, rooms)
  await durable
  await syncFolder(write.folder).catch(async (error: unknown) => discard(write, error))
  return blob
}

/**
 * Writes bytes as {@link writeBlob} does, and does not wait for the disk: whoever takes many files goes on with the next. The
 * name is made durable by {@link adoptBlobs}.
 * @param rooms for one file after the other
 * @returns a promise that has to be awaited before anything rests on the file; where it fails, nothing is left behind
 */
export async function writeBlobAhead(
  write: Omit<WriteBlob, 'source'> & { source: Bytes },
  rooms = new StreamRooms(),
): Promise<WrittenBlob> {
  const { folder, source, known, limit, signal, onProgress } = write
  const target = blobPath(folder, known.storedName)
  const part = target + partEnding
  const hash = createHash('sha256')
  let size = 0
  async function* sealed(): AsyncGenerator<Uint8Array, void, undefined> {
    yield blobHeader
    yield* sealStream(counted(), known.key, rooms)
  }
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
    const { durable } = await writeAhead(part, sealed())
    const named = durable.then(() => rename(part, target)).catch(async (error: unknown) => discard(write, error))
    // It is awaited later; until then a failure must not end the process.
    named.catch(() => undefined)
    return { blob: { sha256: hash.digest('hex'), size, ...known }, durable: named }
  } catch (error) {
    return discard(write, error)
  }
}

/** Leaves nothing of a file that was not kept. @throws what the failure is to the auditor */
async function discard(
  { folder, known: { key, storedName } }: Pick<WriteBlob, 'folder' | 'known'>,
  error: unknown,
): Promise<never> {
  const target = blobPath(folder, storedName)
  key.fill(0)
  await rm(target + partEnding, { force: true }).catch(() => undefined)
  await rm(target, { force: true }).catch(() => undefined)
  throw writeFault(error, storedName)
}
