import type { Reader } from '../../../db/reader.ts'
import { type Change, hide, update } from '../../../shared/journal/change.ts'

/** The choice of the firm about cleared review notes. */
export const clearedNotesSetting = 'clearedNotes'

/** @returns whether cleared notes stay in the file when it is locked; they do where nothing was chosen */
export function clearedNotesPolicy(reader: Reader): 'keep' | 'strip' {
  return reader.get('firmSetting', clearedNotesSetting)?.value === 'strip' ? 'strip' : 'keep'
}

/**
 * Takes cleared notes out of the file, as part of the entry that locks it, so that the taking out is on record. The journal
 * keeps what was written, as it keeps everything; no list, report or search shows it.
 * @param at instant of the lock
 * @returns the changes; none where the firm keeps cleared notes
 */
export function stripClearedNotes(reader: Reader, engagementId: string, at: string): Change[] {
  if (clearedNotesPolicy(reader) === 'keep') return []
  return reader
    .list('reviewNote', { engagementId, status: 'cleared' })
    .flatMap(({ id }) => [
      ...update('reviewNote', id, { strippedAt: at }),
      ...hide('reviewNote', id),
      ...reader.list('reviewResponse', { noteId: id }).flatMap((response) => hide('reviewResponse', response.id)),
    ])
}
