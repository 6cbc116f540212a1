import { openBlob, verifyBlob } from '../../../db/blobs/openBlob.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import type { EvidenceFile, Store } from '../../../db/store.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { loadEngagement } from '../engagement.ts'
import { exportFile } from '../exportFile.ts'
import type { JobContext } from '../handler.ts'
import { loadEvidence } from './load.ts'

/** Writes the exact bytes outside of the store. @throws DomainError as the contract of `evidence.save` lists; no file is left then */
export async function saveEvidence(
  { evidenceId, file }: CheckedParamsOf<'evidence.save'>,
  { reader, store, resolvePath, signal }: JobContext,
): Promise<ResultOf<'evidence.save'>> {
  const stored = storedFile(store, loadEvidence(reader, evidenceId).sha256)
  return exportFile(resolvePath(file), openBlob(evidenceFolder(store.folder), stored), signal)
}

/** Reads all evidence of an engagement, each file once. @throws DomainError `engagement.not_found` */
export async function verifyEvidence(
  { engagementId }: CheckedParamsOf<'evidence.verify'>,
  { reader, store, now, progress, pause }: JobContext,
): Promise<ResultOf<'evidence.verify'>> {
  loadEngagement(reader, engagementId)
  const files = [...Map.groupBy(reader.list('evidence', { engagementId }), ({ sha256 }) => sha256)]
  const damaged: ResultOf<'evidence.verify'>['damaged'] = []
  let bytes = 0
  for (const [at, [sha256, rows]] of files.entries()) {
    progress(at, files.length, 'Reading files')
    await pause()
    try {
      const stored = storedFile(store, sha256)
      await verifyBlob(evidenceFolder(store.folder), stored)
      bytes += stored.size
      store.keepEvidenceCheck(sha256, now.at, null)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const { code, message } = error
      store.keepEvidenceCheck(sha256, now.at, message)
      damaged.push(...rows.map(({ id, name }) => ({ evidenceId: id, name, code, message })))
    }
  }
  return { files: files.length, bytes, damaged }
}

/** @throws DomainError `blob.missing` */
export function storedFile(store: Store, sha256: string): EvidenceFile {
  const found = store.evidenceFile(sha256)
  if (found === undefined) throw new DomainError('blob.missing', { storedName: sha256 })
  return found
}
