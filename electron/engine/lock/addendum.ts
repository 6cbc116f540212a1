import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { isSecondPerson } from '../../../shared/lock/secondPerson.ts'
import { type EntityRow, isEntityName } from '../../../shared/model/entities.ts'
import { loadEngagement } from '../engagement.ts'
import { attachAll } from '../evidence/attach.ts'
import type { CommandContext, JobContext, Outcome } from '../handler.ts'

/**
 * What comes to a locked file: why, what, its effect on the conclusions, when and by whom; its papers stay as they are
 * (AT-C 105, AU-C 230).
 * @throws DomainError `engagement.not_found`, `engagement.not_locked`, `addendum.target_not_found`
 */
export function addAddendum(
  { engagementId, target, entries, ...words }: CheckedParamsOf<'engagement.addendum'>,
  { reader, actor, now, newId }: CommandContext,
): Outcome<ResultOf<'engagement.addendum'>> {
  loadEngagement(reader, engagementId)
  if (reader.get('engagementLock', engagementId) === undefined) throw new DomainError('engagement.not_locked')
  if (target !== undefined) {
    const paper = isEntityName(target.entity) ? reader.get(target.entity, target.id) : undefined
    if (paper?.engagementId !== engagementId) throw new DomainError('addendum.target_not_found', target)
  }
  const addendumId = newId()
  return {
    engagementId,
    changes: create('addendum', addendumId, {
      ...words,
      targetEntity: target?.entity ?? null,
      targetId: target?.id ?? null,
      entries: entries ?? null,
      by: actor.practitionerId,
      at: now.at,
    }),
    answer: () => ({ addendumId }),
  }
}

/**
 * Keeps files as evidence of an addendum: the one way in which evidence still comes to a locked file.
 * @throws DomainError `addendum.not_found`, `addendum.other_person`, `addendum.reviewed`, `engagement.destroyed`
 */
export async function attachToAddendum(
  { addendumId, ...files }: CheckedParamsOf<'engagement.attachToAddendum'>,
  context: JobContext,
): Promise<ResultOf<'engagement.attachToAddendum'>> {
  const { engagementId, by } = loadUnreviewed(context.reader, addendumId)
  if (by !== context.actor.practitionerId) throw new DomainError('addendum.other_person')
  if (context.reader.get('destruction', engagementId) !== undefined) throw new DomainError('engagement.destroyed')
  return attachAll({ target: { entity: 'addendum', id: addendumId }, ...files }, context)
}

/** @throws DomainError `addendum.not_found`, `addendum.same_person`, `addendum.reviewed` */
export function reviewAddendum(
  { addendumId }: CheckedParamsOf<'engagement.reviewAddendum'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'engagement.reviewAddendum'>> {
  const found = loadUnreviewed(reader, addendumId)
  if (!isSecondPerson(actor.practitionerId, [found.by])) throw new DomainError('addendum.same_person')
  return {
    engagementId: found.engagementId,
    changes: update('addendum', addendumId, { reviewedBy: actor.practitionerId, reviewedAt: now.at }),
    answer: () => ({}),
  }
}

/** @throws DomainError `addendum.not_found`, `addendum.reviewed` */
function loadUnreviewed(reader: Reader, addendumId: string): EntityRow<'addendum'> {
  const found = reader.get('addendum', addendumId)
  if (found === undefined) throw new DomainError('addendum.not_found')
  if (found.reviewedAt !== null) throw new DomainError('addendum.reviewed')
  return found
}
