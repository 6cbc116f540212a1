import { createHash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { ListedFile } from './bundleContent.ts'
import { endOfArchive, paddingOf, tarHeader } from './tarLayout.ts'

/**
 * The bytes of the archive. What was promised about a file is checked while it is read, so a file that changed since it was
 * measured ends the writing.
 * @throws DomainError `bundle.source_changed`
 */
export async function* tarBytes(
  files: readonly ListedFile[],
  modified: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (const file of files) {
    yield tarHeader(file, modified)
    yield* promised(file)
    yield Buffer.alloc(paddingOf(file.size))
  }
  yield endOfArchive
}

async function* promised({ path, size, sha256, open }: ListedFile): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256')
  let found = 0
  for await (const piece of open()) {
    hash.update(piece)
    found += piece.length
    if (found > size) break
    yield piece
  }
  if (found !== size || hash.digest('hex') !== sha256) throw new DomainError('bundle.source_changed', { path })
}
