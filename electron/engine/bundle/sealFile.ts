import { exportFile } from '../exportFile.ts'
import { sealPayload } from './agePayload.ts'

/** Where a bundle goes, its age header, and the file key of that header. */
export type SealWork = { file: string; header: Uint8Array; fileKey: Uint8Array }

/** What was written: the SHA-256 of the whole file, and its length. */
export type Sealed = { sha256: string; bytes: number }

/**
 * Seals plain bytes into an age file. The file key is wiped.
 * @throws DomainError those of {@link exportFile}, and whatever `plain` throws; nothing is left behind
 */
export async function sealFile({ file, header, fileKey }: SealWork, plain: AsyncIterable<Uint8Array>): Promise<Sealed> {
  async function* sealed(): AsyncGenerator<Uint8Array, void, undefined> {
    yield header
    yield* sealPayload(plain, fileKey)
  }
  try {
    return await exportFile(file, sealed())
  } finally {
    fileKey.fill(0)
  }
}
