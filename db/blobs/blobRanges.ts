import { closeSync, constants, openSync, readSync } from 'node:fs'
import { DomainError } from '../../shared/errors/domainError.ts'
import { systemCode } from '../disk/diskFault.ts'
import { tagBytes } from '../sodium/aead.ts'
import { chunkBytes, openChunkAt, sealedChunkBytes, sealedSize } from '../sodium/chunkedStream.ts'
import { blobHeader, blobPath, type StoredBlob } from './blobFile.ts'

/** Chunks of 64 KiB that are kept opened: reading along a file asks for each many times. */
const keptChunks = 64
/** Files that are kept open. */
const keptFiles = 16

/**
 * Reads parts of encrypted files at once, for queries: only the chunks that hold a part are read and opened, each of them
 * authenticated under its place in the file.
 */
export class BlobRanges {
  readonly #folder: string
  readonly #descriptors = new Map<string, number>()
  readonly #chunks = new Map<string, Buffer>()

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * @param start of the plain bytes, from 0
   * @throws DomainError `blob.missing`, `blob.damaged`
   */
  read(blob: StoredBlob, start: number, length: number): Buffer {
    const end = start + length
    if (start < 0 || end > blob.size) throw new DomainError('blob.damaged', { storedName: blob.storedName })
    const first = Math.floor(start / chunkBytes)
    const last = Math.floor(Math.max(start, end - 1) / chunkBytes)
    const chunks = Array.from({ length: last - first + 1 }, (_chunk, at) => this.#chunk(blob, first + at))
    const bytes = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
    return bytes.subarray(start - first * chunkBytes, end - first * chunkBytes)
  }

  #chunk(blob: StoredBlob, number: number): Buffer {
    const key = `${blob.storedName} ${number}`
    const plain = this.#chunks.get(key) ?? this.#openChunk(blob, number)
    keep(this.#chunks, key, plain, keptChunks)
    return plain
  }

  #openChunk(blob: StoredBlob, number: number): Buffer {
    const { storedName, size, key } = blob
    const at = number * sealedChunkBytes
    const sealed = Buffer.allocUnsafeSlow(Math.min(sealedChunkBytes, sealedSize(size) - at))
    const read = readSync(this.#descriptor(storedName), sealed, 0, sealed.length, blobHeader.length + at)
    const isLast = at + sealed.length === sealedSize(size)
    const plain = Buffer.allocUnsafeSlow(Math.max(0, sealed.length - tagBytes))
    const isWhole = read === sealed.length && openChunkAt(sealed, { number, isLast }, key, plain)
    if (!isWhole) throw new DomainError('blob.damaged', { storedName })
    return plain
  }

  #descriptor(storedName: string): number {
    const descriptor = this.#descriptors.get(storedName) ?? this.#open(storedName)
    const dropped = keep(this.#descriptors, storedName, descriptor, keptFiles)
    if (dropped !== undefined) closeSync(dropped)
    return descriptor
  }

  #open(storedName: string): number {
    try {
      return openSync(blobPath(this.#folder, storedName), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    } catch (error) {
      throw systemCode(error) === 'ENOENT' ? new DomainError('blob.missing', { storedName }) : error
    }
  }

  /** Closes the files and forgets what was read. */
  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor)
    this.#descriptors.clear()
    for (const chunk of this.#chunks.values()) chunk.fill(0)
    this.#chunks.clear()
  }
}

/** Keeps what was used last. @returns what is no longer kept */
function keep<V>(kept: Map<string, V>, key: string, value: V, most: number): V | undefined {
  kept.delete(key)
  kept.set(key, value)
  const oldest = kept.size > most ? kept.keys().next().value : undefined
  if (oldest === undefined) return undefined
  const dropped = kept.get(oldest)
  kept.delete(oldest)
  return dropped
}
