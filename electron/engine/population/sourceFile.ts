import { discardBlobs } from '../../../db/blobs/blobFolder.ts'
import type { StoredBlob } from '../../../db/blobs/blobFile.ts'
import { putBlob } from '../../../db/blobs/putBlob.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'
import type { TableFile } from '../table/tableFile.ts'
import { evidenceFolder } from '../store/evidenceFolder.ts'

/** The encrypted copy of a file that a population came from; its row is not written yet. */
export type SourceFile = {
  /** Writes the row of the file. Call it in the transaction of the command. */
  keep: () => void
  /** Removes the file again, where there was no such command. */
  discard: () => Promise<void>
}

const nothing: SourceFile = { keep: () => undefined, discard: async () => undefined }

/**
 * Copies the file that was read into the store, encrypted; a file that the store holds already is not copied again.
 * @throws DomainError those of {@link putBlob}; `blob.changed_while_reading` where it is not the file that was read
 */
export async function copySourceFile(
  file: TableFile,
  { store, random, signal, progress }: JobContext,
): Promise<SourceFile> {
  if (store.evidenceFile(file.sha256) !== undefined) return nothing
  const folder = evidenceFolder(store.folder)
  const blob = await putBlob({
    folder,
    source: file.source.path === null ? file.source.read(signal) : { file: file.source.path },
    random,
    signal,
    onProgress: (bytes) => progress(bytes, file.bytes, 'Keeping the file'),
  })
  const discard = () => discardBlobs(folder, [blob.storedName])
  if (blob.sha256 === file.sha256) return { keep: () => store.keepEvidenceFile(withKey(blob)), discard }
  await discard()
  throw new DomainError('blob.changed_while_reading', { name: file.name })
}

const withKey = (blob: StoredBlob) => ({ ...blob, key: Buffer.from(blob.key) })
