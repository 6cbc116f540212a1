import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { isAfterReport } from '../../../shared/lock/permitted.ts'
import { isSecondPerson } from '../../../shared/lock/secondPerson.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { isLead } from '../../../shared/people/peopleRules.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { hasLeft } from '../store/practitioners.ts'
import { datesOf } from './dates.ts'

/** @throws DomainError `engagement.not_found`, `lateChange.not_needed` */
export function openLateChange(
  { engagementId, circumstances, procedures }: CheckedParamsOf<'engagement.openLateChange'>,
  { reader, actor, now, newId }: CommandContext,
): Outcome<ResultOf<'engagement.openLateChange'>> {
  loadEngagement(reader, engagementId)
  if (!isAfterReport(datesOf(reader, engagementId).reportOn, now.at.slice(0, 10))) {
    throw new DomainError('lateChange.not_needed')
  }
  const lateChangeId = newId()
  return {
    engagementId,
    changes: create('lateChange', lateChangeId, {
      circumstances,
      procedures,
      openedBy: actor.practitionerId,
      openedAt: now.at,
    }),
    answer: () => ({ lateChangeId }),
  }
}

/**
 * Whoever opened the record of a late change concludes it; for one who left, somebody who leads does.
 * @throws DomainError `lateChange.not_found`, `lateChange.closed`, `lateChange.other_person`
 */
export function closeLateChange(
  { lateChangeId, conclusions }: CheckedParamsOf<'engagement.closeLateChange'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'engagement.closeLateChange'>> {
  const { engagementId, openedBy, closedAt } = load(reader, lateChangeId)
  if (closedAt !== null) throw new DomainError('lateChange.closed')
  const standsIn = isLead(actor.role) && hasLeft(reader, openedBy)
  if (openedBy !== actor.practitionerId && !standsIn) throw new DomainError('lateChange.other_person')
  return {
    engagementId,
    changes: update('lateChange', lateChangeId, { conclusions, closedAt: now.at, closedBy: actor.practitionerId }),
    answer: () => ({}),
  }
}

/** @throws DomainError `lateChange.not_found`, `lateChange.not_closed`, `lateChange.same_person`, `lateChange.reviewed` */
export function reviewLateChange(
  { lateChangeId }: CheckedParamsOf<'engagement.reviewLateChange'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'engagement.reviewLateChange'>> {
  const { engagementId, openedBy, closedAt, closedBy, reviewedAt } = load(reader, lateChangeId)
  if (closedAt === null) throw new DomainError('lateChange.not_closed')
  if (reviewedAt !== null) throw new DomainError('lateChange.reviewed')
  if (!isSecondPerson(actor.practitionerId, [openedBy, closedBy])) throw new DomainError('lateChange.same_person')
  return {
    engagementId,
    changes: update('lateChange', lateChangeId, { reviewedBy: actor.practitionerId, reviewedAt: now.at }),
    answer: () => ({}),
  }
}

function load(reader: Reader, lateChangeId: string): EntityRow<'lateChange'> {
  const found = reader.get('lateChange', lateChangeId)
  if (found === undefined) throw new DomainError('lateChange.not_found')
  return found
}
