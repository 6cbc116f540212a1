import { basename } from 'node:path'
import { fileSize } from '../../db/disk/fileSize.ts'
import { openRegularFile, readPieces } from '../../db/disk/regularFile.ts'
import { DomainError } from '../../shared/errors/domainError.ts'

/**
 * Reads a small text file in UTF-8; what is none shows as replacement characters, and whoever reads the text refuses them.
 * @param longest bytes
 * @throws DomainError as {@link readSmallBytes}
 */
export async function readSmallFile(path: string, longest: number): Promise<string> {
  return (await readSmallBytes(path, longest)).toString('utf8')
}

/**
 * Reads a small file whole.
 * @param longest bytes
 * @throws DomainError `file.unreadable`, `file.not_regular`, `file.too_large`, `disk.removed`
 */
export async function readSmallBytes(path: string, longest: number): Promise<Buffer> {
  if ((await fileSize(path)) > longest)
    throw new DomainError('file.too_large', { limit: longest, name: basename(path) })
  const handle = await openRegularFile(path)
  try {
    const pieces: Uint8Array[] = []
    for await (const piece of readPieces(handle, path, {})) pieces.push(Buffer.from(piece))
    return Buffer.concat(pieces)
  } finally {
    await handle.close()
  }
}
