import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { DomainError } from '../../shared/errors/domainError.ts'
import { openRegularFile, readPieces } from '../disk/regularFile.ts'
import { openStream, StreamFault } from '../sodium/chunkedStream.ts'
import { blobHeader, blobPath, type StoredBlob } from './blobFile.ts'

/**
 * The plain bytes of an evidence file. Each piece is authentic when it is yielded; that the file is whole and has the size and
 * hash of its row is checked before the generator ends, so whoever stops early must not call it verified.
 * @throws DomainError `blob.missing`, `blob.damaged`, `disk.removed`
 */
export async function* openBlob(
  folder: string,
  { storedName, key, sha256, size }: StoredBlob,
): AsyncGenerator<Uint8Array, void, undefined> {
  const handle = await openStored(folder, storedName)
  try {
    await requireHeader(handle, storedName)
    const hash = createHash('sha256')
    let found = 0
    for await (const piece of openStream(readPieces(handle, storedName, { start: blobHeader.length }), key)) {
      hash.update(piece)
      found += piece.length
      yield piece
    }
    if (found !== size || hash.digest('hex') !== sha256) throw new DomainError('blob.damaged', { storedName })
  } catch (error) {
    throw error instanceof StreamFault ? new DomainError('blob.damaged', { storedName, fault: error.kind }) : error
  } finally {
    await handle.close()
  }
}

/** Reads an evidence file to its end. @throws DomainError as {@link openBlob} */
export async function verifyBlob(folder: string, blob: StoredBlob): Promise<void> {
  for await (const piece of openBlob(folder, blob)) void piece
}

async function openStored(folder: string, storedName: string): Promise<FileHandle> {
  try {
    return await openRegularFile(blobPath(folder, storedName))
  } catch (error) {
    const absent = error instanceof DomainError && error.details['reason'] === 'ENOENT'
    throw absent ? new DomainError('blob.missing', { storedName }) : error
  }
}

async function requireHeader(handle: FileHandle, storedName: string): Promise<void> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(blobHeader.length), 0, blobHeader.length, 0)
  if (bytesRead !== blobHeader.length || !buffer.equals(blobHeader))
    throw new DomainError('blob.damaged', { storedName })
}
