import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { DomainError } from '../../shared/errors/domainError.ts'
import { readFault, systemCode } from '../disk/diskFault.ts'
import { inTurns, type Room } from '../disk/streamRooms.ts'
import { chunkBytes, openChunkAt, sealedChunkBytes, sealedSize } from '../sodium/chunkedStream.ts'
import { blobHeader, blobPath, type StoredBlob } from './blobFile.ts'

/** Chunks that are read at once. */
const chunksPerRead = 8

/** What one file after the other is read and opened in. */
export type BlobRooms = { read: Room; made: Room }

/**
 * The plain bytes of an evidence file, for whoever writes many of them one after the other: read at once, a piece at a time,
 * since a thousand small files are mostly waits otherwise. A piece is authentic when it is yielded and is overwritten when the next
 * is asked for; the SHA-256 is for the caller to compare.
 * @throws DomainError `blob.missing`, `blob.damaged`, `file.unreadable`, `disk.removed`
 */
export function* blobPieces(
  folder: string,
  { storedName, key, size }: StoredBlob,
  { read, made }: BlobRooms = { read: inTurns(1), made: inTurns(1) },
): Generator<Uint8Array, void, undefined> {
  const damaged = () => new DomainError('blob.damaged', { storedName })
  const descriptor = openStored(folder, storedName)
  try {
    const stat = fstatSync(descriptor)
    if (!stat.isFile() || stat.size !== blobHeader.length + sealedSize(size)) throw damaged()
    if (!readAt(descriptor, Buffer.alloc(blobHeader.length), 0)?.equals(blobHeader)) throw damaged()
    const chunks = Math.max(1, Math.ceil(size / chunkBytes))
    for (let first = 0; first < chunks; first += chunksPerRead) {
      const start = first * sealedChunkBytes
      const length = Math.min(chunksPerRead * sealedChunkBytes, sealedSize(size) - start)
      const sealed = readAt(descriptor, read(length), blobHeader.length + start)
      if (sealed === null) throw damaged()
      const plain = made(Math.min(chunksPerRead * chunkBytes, size - first * chunkBytes))
      for (let number = first; number * sealedChunkBytes < start + length; number += 1) {
        const at = (number - first) * sealedChunkBytes
        const into = plain.subarray((number - first) * chunkBytes, (number - first + 1) * chunkBytes)
        const place = { number, isLast: number === chunks - 1 }
        if (!openChunkAt(sealed.subarray(at, at + sealedChunkBytes), place, key, into)) throw damaged()
      }
      yield plain
    }
  } catch (error) {
    throw readFault(error, storedName)
  } finally {
    closeSync(descriptor)
  }
}

// Windows has neither flag. A pipe without a writer does not hang.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

function openStored(folder: string, storedName: string): number {
  try {
    return openSync(blobPath(folder, storedName), flags)
  } catch (error) {
    const isAbsent = systemCode(error) === 'ENOENT'
    throw isAbsent ? new DomainError('blob.missing', { storedName }) : readFault(error, storedName)
  }
}

/** @returns the filled buffer; `null` where the file ends before */
function readAt(descriptor: number, buffer: Buffer, position: number): Buffer | null {
  return readSync(descriptor, buffer, 0, buffer.length, position) === buffer.length ? buffer : null
}
