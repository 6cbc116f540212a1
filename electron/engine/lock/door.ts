import { holdsLockedFile, standingFacts } from '../../../db/lock.ts'
import type { Reader } from '../../../db/reader.ts'
import { changeKindOf } from '../../../shared/contract/changeKind.ts'
import { millisecondsOf } from '../../../shared/journal/clock.ts'
import { requirePermitted } from '../../../shared/lock/permitted.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { Now } from '../environment.ts'
import { openNotices } from '../store/lostHistory.ts'
import { storeScope } from '../teamMember.ts'
import { engagementsNamedIn } from './namedEngagements.ts'

/** Who wants to change what, and when. */
type Attempt = { method: string; engagementId: string; actorId: string; now: Now }

/**
 * Whether an engagement takes a change by this method now. The dispatcher asks before every entry that it writes.
 * @throws DomainError `engagement.locked`, `engagement.late_change_required`
 */
export function requireOpenFile(reader: Reader, { method, engagementId, actorId, now }: Attempt): void {
  if (engagementId === storeScope) return
  if (openNotices(reader).length > 0) throw new DomainError('store.older_than_seen')
  const { lockedAt, reportOn, lateChanges, latest } = standingFacts(reader, engagementId, actorId)
  requirePermitted(changeKindOf(method), { lockedAt, reportOn, hasLateChange: lateChanges > 0 }, laterDay(now, latest))
}

/**
 * The same before anything of a call is looked at, so that whoever calls is told of the lock and not of what else is wrong.
 * The papers that the parameters name say which engagement is meant.
 * @throws DomainError `engagement.locked`
 */
export function requireUnlockedPapers(
  reader: Reader,
  { method, params, actorId, now }: Omit<Attempt, 'engagementId'> & { params: unknown },
): void {
  const kind = changeKindOf(method)
  if (kind === 'outside' || kind === 'archive' || !holdsLockedFile(reader)) return
  for (const engagementId of engagementsNamedIn(reader, params)) {
    const { lockedAt } = standingFacts(reader, engagementId, actorId)
    if (lockedAt !== null) requireOpenFile(reader, { method, engagementId, actorId, now })
  }
}

/** A clock that was set back gains nothing: the journal's own time never goes back. */
function laterDay({ milliseconds, at }: Now, latest: string | null): string {
  if (latest === null || millisecondsOf(latest) <= milliseconds) return at.slice(0, 10)
  return new Date(millisecondsOf(latest)).toISOString().slice(0, 10)
}
