import { evidenceFolder } from '../blobs/evidenceFolder.ts'
import { verifyBlob } from '../blobs/openBlob.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import type { Store } from '../store.ts'

/** A population whose rows are not the ones that the journal holds the hash of. */
export type ChangedPopulation = { entity: string; id: string; problem: string }

/** @returns the first population whose rows are not the ones that the journal holds the hash of; each file is read to its
 * end. Those that were destroyed after their retention are not missed. */
export async function changedPopulation(store: Store, engagementId: string): Promise<ChangedPopulation | null> {
  const populations = store.reader.all<{ id: string; name: string; rowsSha256: string }>(
    `SELECT id, name, rows_sha256 AS rowsSha256 FROM population WHERE engagement_id = @engagementId
     AND rows_sha256 NOT IN (SELECT file.value ->> 'sha256' FROM destruction, json_each(destroyed) AS file
       WHERE destruction.id = @engagementId)`,
    { engagementId },
  )
  for (const { id, name, rowsSha256 } of populations) {
    // Files are read one after the other, so that memory stays small.
    if (!(await isWhole(store, rowsSha256))) {
      return { entity: 'population', id, problem: `The rows of "${name}" are not the ones that were imported.` }
    }
  }
  return null
}

async function isWhole(store: Store, sha256: string): Promise<boolean> {
  const file = store.evidenceFile(sha256)
  if (file === undefined) return false
  try {
    await verifyBlob(evidenceFolder(store.folder), file)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
