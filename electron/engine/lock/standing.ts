import { entriesBesideLock } from '../../../db/lock.ts'
import type { Reader } from '../../../db/reader.ts'
import type { FilePhase, FileStanding } from '../../../shared/contract/lock.ts'
import { isAfterReport } from '../../../shared/lock/permitted.ts'
import { headWords } from '../journal/headWords.ts'
import { datesOf } from './dates.ts'
import { peopleOf } from './people.ts'

/** @returns the dates of a file, its lock, and what came after */
export function standingOf(reader: Reader, engagementId: string, today: string): FileStanding {
  const person = peopleOf(reader, engagementId)
  const maybe = (id: string | null) => (id === null ? null : person(id))
  const dates = datesOf(reader, engagementId)
  const lock = reader.get('engagementLock', engagementId)
  const destruction = reader.get('destruction', engagementId)
  const phase = (): FilePhase => {
    if (destruction !== undefined) return 'destroyed'
    if (lock !== undefined) return 'locked'
    return isAfterReport(dates.reportOn, today) ? 'after_report' : 'open'
  }
  return {
    phase: phase(),
    dates,
    lock:
      lock === undefined
        ? null
        : {
            by: person(lock.lockedBy),
            at: lock.lockedAt,
            heads: lock.heads.map((head) => ({ ...head, words: headWords(head.hash) })),
            signature: lock.signature,
          },
    lateChanges: reader
      .list('lateChange', { engagementId }, 'openedAt')
      .map(({ id, engagementId: _engagement, openedBy, closedBy, reviewedBy, ...row }) => ({
        lateChangeId: id,
        ...row,
        openedBy: person(openedBy),
        closedBy: maybe(closedBy),
        reviewedBy: maybe(reviewedBy),
      })),
    addenda: reader
      .list('addendum', { engagementId }, 'at')
      .map(({ id, engagementId: _engagement, by, reviewedBy, targetEntity, targetId, entries, ...row }) => ({
        addendumId: id,
        ...row,
        target: targetEntity === null || targetId === null ? null : { entity: targetEntity, id: targetId },
        entries: entries ?? [],
        by: person(by),
        reviewedBy: maybe(reviewedBy),
      })),
    besideLock: entriesBesideLock(reader, engagementId),
    holds: reader
      .list('legalHold', { engagementId }, 'placedAt')
      .map(({ id, engagementId: _engagement, placedBy, liftedBy, ...row }) => ({
        holdId: id,
        ...row,
        placedBy: person(placedBy),
        liftedBy: maybe(liftedBy),
      })),
    destruction:
      destruction === undefined
        ? null
        : {
            reason: destruction.reason,
            destroyed: destruction.destroyed.length,
            kept: destruction.kept.length,
            certificateSha256: destruction.certificateSha256,
            by: person(destruction.by),
            at: destruction.at,
          },
  }
}
