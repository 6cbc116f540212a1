import { type Paper, type PaperKind, paperKinds } from '../../shared/paper/paperForms.ts'
import type { Reader } from '../reader.ts'
import { quoted } from '../table.ts'

/** @returns the papers of an engagement that are not hidden, kind by kind */
export function papersOf(reader: Reader, engagementId: string, kinds: readonly PaperKind[] = paperKinds): Paper[] {
  return kinds.flatMap((entity) =>
    reader
      .all<{ id: string }>(
        `SELECT id FROM ${quoted(entity)} WHERE engagement_id = @engagementId AND deleted = 0 ORDER BY rowid`,
        { engagementId },
      )
      .map(({ id }) => ({ entity, id })),
  )
}
