import { adoptBlobs, discardBlobs } from '../../../db/blobs/blobFolder.ts'
import { evidenceFolder } from '../../../db/blobs/evidenceFolder.ts'
import { planMerge } from '../../../db/journal/planMerge.ts'
import type { Change } from '../../../shared/journal/change.ts'
import type { IncomingEntry } from '../../../shared/journal/incoming.ts'
import type { StagedFile } from '../bundle/readBundle.ts'
import type { JobContext } from '../handler.ts'
import { storeScope } from '../teamMember.ts'
import { stillLacking } from './checkedEntries.ts'

/** Entries to take, with the files that belong to them, staged. */
export type Taking = {
  engagementId: string
  entries: readonly IncomingEntry[]
  files: readonly { staging: string; file: StagedFile }[]
  /** What the store notes for itself, for the entries that came to be added. */
  note: (taken: { added: number; conflicts: number }) => Change[]
}

/**
 * Takes entries and their files: the files are moved into the store, then one transaction writes journal, tables, their keys and
 * the note. Whatever fails leaves the store as it was.
 * @throws DomainError those of {@link adoptBlobs}, `bundle.refused_rows`, `journal.forked`
 */
export async function commitEntries(
  { engagementId, entries, files, note }: Taking,
  { store, commit, signal, progress }: JobContext,
): Promise<{ added: number; conflicts: number }> {
  signal.throwIfAborted()
  const folder = evidenceFolder(store.folder)
  const names = files.map(({ file }) => file.storedName)
  try {
    for (const [staging, from] of Map.groupBy(files, (one) => one.staging)) {
      await adoptBlobs(
        staging,
        folder,
        from.map(({ file }) => file.storedName),
      )
    }
    progress(0, 0, 'Merging')
    return commit(() => {
      const lacking = stillLacking(store.reader, engagementId, entries)
      const plan = planMerge(store.reader, engagementId, lacking)
      const conflicts = plan.rows.reduce((sum, row) => sum + row.conflicts.length, 0)
      for (const { file } of files) store.keepEvidenceFile({ ...file, key: Buffer.from(file.key) })
      const taken = { added: lacking.length, conflicts }
      return { engagementId: storeScope, changes: note(taken), merge: plan, answer: () => taken }
    })
  } catch (error) {
    await discardBlobs(folder, names)
    throw error
  }
}
