import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { requirePartner } from './partner.ts'

/** @throws DomainError `engagement.not_found`, `engagement.destroyed` */
export function placeHold(
  { engagementId, reason }: CheckedParamsOf<'engagement.placeHold'>,
  { reader, actor, now, newId }: CommandContext,
): Outcome<ResultOf<'engagement.placeHold'>> {
  loadEngagement(reader, engagementId)
  const destroyed = reader.get('destruction', engagementId)
  if (destroyed !== undefined) {
    throw new DomainError('engagement.destroyed', { destroyedOn: destroyed.at.slice(0, 10) })
  }
  const holdId = newId()
  return {
    engagementId,
    changes: create('legalHold', holdId, { reason, placedBy: actor.practitionerId, placedAt: now.at }),
    answer: () => ({ holdId }),
  }
}

/** @throws DomainError `hold.not_found`, `hold.lifted`, `engagement.partner_required` */
export function liftHold(
  { holdId, reason }: CheckedParamsOf<'engagement.liftHold'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'engagement.liftHold'>> {
  const found = reader.get('legalHold', holdId)
  if (found === undefined) throw new DomainError('hold.not_found')
  if (found.liftedAt !== null) throw new DomainError('hold.lifted')
  requirePartner(actor)
  return {
    engagementId: found.engagementId,
    changes: update('legalHold', holdId, {
      liftedBecause: reason,
      liftedBy: actor.practitionerId,
      liftedAt: now.at,
    }),
    answer: () => ({}),
  }
}
