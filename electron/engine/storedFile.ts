import { discardBlobs } from '../../db/blobs/blobFolder.ts'
import { evidenceFolder } from '../../db/blobs/evidenceFolder.ts'
import { putBlob, type PutBlob } from '../../db/blobs/putBlob.ts'
import type { JobContext } from './handler.ts'

/** A file that was put into the store, encrypted; its row is not written yet. */
export type NewFile = {
  /** SHA-256 of the plain bytes. */
  sha256: string
  size: number
  /** Writes the row of the file. Call it in the transaction of the command. */
  keep: () => void
  /** Removes the file again, where there was no such command. */
  discard: () => Promise<void>
}

/**
 * Puts bytes into the store; those that it holds already are not kept twice.
 * @param onProgress plain bytes read so far
 * @throws DomainError those of {@link putBlob}, and whatever the source throws; nothing is left behind
 */
export async function putFile(
  source: PutBlob['source'],
  { store, random, signal }: Pick<JobContext, 'store' | 'random' | 'signal'>,
  onProgress?: PutBlob['onProgress'],
): Promise<NewFile> {
  const folder = evidenceFolder(store.folder)
  const blob = await putBlob({ folder, source, random, signal, onProgress })
  const { sha256, size, storedName } = blob
  if (store.evidenceFile(sha256) === undefined) {
    return {
      sha256,
      size,
      keep: () => store.keepEvidenceFile({ ...blob, key: Buffer.from(blob.key) }),
      discard: () => discardBlobs(folder, [storedName]),
    }
  }
  await discardBlobs(folder, [storedName])
  return { sha256, size, keep: () => undefined, discard: async () => undefined }
}
