import { archiveMethods } from '../shared/contract/changeKind.ts'
import type { EntryPlace } from '../shared/model/lockEntities.ts'
import type { Reader } from './reader.ts'

/** What of an engagement decides whether it takes a change. */
export type StandingFacts = {
  lockedAt: string | null
  reportOn: string | null
  lateChanges: number
  latest: string | null
}

/** @returns lock, report date, the late changes that a person has open, and the latest hybrid time of the journal */
export function standingFacts(reader: Reader, engagementId: string, actorId: string): StandingFacts {
  const facts = reader.one<StandingFacts>(
    `SELECT
      (SELECT locked_at FROM engagement_lock WHERE id = @engagementId) AS lockedAt,
      (SELECT report_on FROM engagement_dates WHERE id = @engagementId AND deleted = 0) AS reportOn,
      (SELECT count(*) FROM late_change WHERE engagement_id = @engagementId AND deleted = 0
         AND opened_by = @actorId AND closed_at IS NULL) AS lateChanges,
      (SELECT max(hlc) FROM journal_head WHERE engagement_id = @engagementId) AS latest`,
    { engagementId, actorId },
  )
  if (facts === undefined) throw new TypeError('Counting always gives a row')
  return facts
}

/** @returns whether any file of the store is locked */
export function holdsLockedFile(reader: Reader): boolean {
  return reader.count('SELECT count(*) AS n FROM engagement_lock') > 0
}

/** @returns entries of other devices that did not know of the lock when they were written, and of which no addendum speaks yet */
export function entriesBesideLock(reader: Reader, engagementId: string): EntryPlace[] {
  return reader.all<EntryPlace>(
    `SELECT entry.device_id AS deviceId, entry.seq FROM journal_entry AS entry
     JOIN engagement_lock AS lock ON lock.id = entry.engagement_id
     LEFT JOIN json_each(lock.heads) AS head ON head.value ->> 'deviceId' = entry.device_id
     WHERE entry.engagement_id = @engagementId AND entry.seq > coalesce(head.value ->> 'seq', 0)
       AND entry.command NOT IN (SELECT value FROM json_each(@archive))
       AND NOT EXISTS (SELECT 1 FROM addendum, json_each(addendum.entries) AS spoken
         WHERE addendum.engagement_id = @engagementId AND addendum.deleted = 0
           AND spoken.value ->> 'deviceId' = entry.device_id AND spoken.value ->> 'seq' = entry.seq)
     ORDER BY entry.device_id, entry.seq`,
    { engagementId, archive: JSON.stringify([...archiveMethods, 'engagement.lock']) },
  )
}
