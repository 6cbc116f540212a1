import { fileSize } from '../disk/fileSize.ts'
import type { StoredBlob } from './blobFile.ts'
import { writeBlob, type WriteBlob } from './writeBlob.ts'
import { writeBlobAside } from './writeBlobAside.ts'

export type PutBlob = Omit<WriteBlob, 'known'> & {
  /** Random bytes, for the key and the stored name. */
  random: (size: number) => Uint8Array
}

/** Files from this size on are written by a thread of their own, whose start takes some 50 ms. */
const asideBytes = 16 * 1024 * 1024

/**
 * Keeps bytes as an encrypted file of a new key and a random name. The caller commits the row afterwards; a crash between the
 * two leaves an orphan that {@link sweepBlobs} removes.
 * @throws DomainError as {@link writeBlob}; nothing is left behind
 */
export async function putBlob({ random, ...put }: PutBlob): Promise<StoredBlob> {
  const known = newBlob(random)
  const { source } = put
  if ('file' in source && (await fileSize(source.file)) >= asideBytes) {
    return writeBlobAside({ ...put, known, source })
  }
  return writeBlob({ ...put, known })
}

/** @returns a key of its own and a random name for a new file */
export function newBlob(random: PutBlob['random']): WriteBlob['known'] {
  return { key: random(32), storedName: Buffer.from(random(16)).toString('hex') }
}
