import type { ChangeKind } from '../contract/changeKind.ts'
import { DomainError } from '../errors/domainError.ts'
import { compareDates, type PlainDate } from '../period/plainDate.ts'

/** What of an engagement decides whether it takes a change. */
export type WriteStanding = {
  lockedAt: string | null
  reportOn: PlainDate | null
  /** Whether the person has a record of a late change open. */
  hasLateChange: boolean
}

/**
 * After the report date a change of substance needs the record of a late change; after the lock nothing but the archive's own
 * (AT-C 105 and 205, AU-C 230).
 * @param today the later one of the day at the desk and the day of the last entry, so that a clock set back gains nothing
 * @throws DomainError `engagement.locked`, `engagement.late_change_required`
 */
export function requirePermitted(kind: ChangeKind, standing: WriteStanding, today: PlainDate): void {
  const { lockedAt, reportOn, hasLateChange } = standing
  if (kind === 'outside' || kind === 'archive') return
  if (lockedAt !== null) throw new DomainError('engagement.locked', { lockedOn: lockedAt.slice(0, 10) })
  if (kind === 'substantive' && isAfterReport(reportOn, today) && !hasLateChange) {
    throw new DomainError('engagement.late_change_required', { reportOn })
  }
}

/** @returns whether the report date is past: on that day itself the work may still be finished */
export function isAfterReport(reportOn: PlainDate | null, today: PlainDate): boolean {
  return reportOn !== null && compareDates(today, reportOn) > 0
}
