import { discardBlobs } from '../../../db/blobs/blobFolder.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { openBlob } from '../../../db/blobs/openBlob.ts'
import { putBlob } from '../../../db/blobs/putBlob.ts'
import type { Store } from '../../../db/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { JobContext } from '../handler.ts'

/**
 * Encrypts every file anew whose key is from before the data key was changed, one after the other: the new file is whole on the
 * disk before its row says so, and the old one goes last. What is cut off goes on at the next opening; a damaged file stays as
 * it is, for the check to name.
 * @returns how many files were encrypted anew, and how many were left
 */
export async function turnFiles(
  store: Store,
  { random, progress, pause, jobs }: Pick<JobContext, 'random' | 'progress' | 'pause' | 'jobs'>,
): Promise<{ turned: number; left: number }> {
  const folder = evidenceFolder(store.folder)
  const files = store.filesToTurn()
  let turned = 0
  for (const [at, file] of files.entries()) {
    await pause()
    const blob = await putBlob({ folder, source: openBlob(folder, file), random }).catch(leaveDamaged)
    if (blob !== null) {
      const isCurrent = store.turnFile(file, { ...blob, key: Buffer.from(blob.key) })
      if (isCurrent) turned += 1
      // Other work may be reading the old file: then it goes at the next opening.
      const stale = isCurrent ? file : blob
      if (!isCurrent || jobs.list().length === 1) await discardBlobs(folder, [stale.storedName])
    }
    progress(at + 1, files.length, 'evidence')
  }
  return { turned, left: files.length - turned }
}

function leaveDamaged(error: unknown): null {
  if (error instanceof DomainError && error.code.startsWith('blob.')) return null
  throw error
}
