import type { Reader } from '../../../db/reader.ts'
import type { ChainLink } from '../../../shared/contract/rollForward.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { showAgain } from '../../../db/hiddenRow.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome, QueryContext } from '../handler.ts'
import { heldPrior } from '../prior/held.ts'
import { requireAfter } from './days.ts'

/** @returns what an engagement remembers of the one that it follows, which its store need not have */
export function priorPeriodFields({ id, client, periodStart, periodEnd, asOf }: EntityRow<'engagement'>) {
  return { priorEngagementId: id, client, periodStart, periodEnd, asOf }
}

/**
 * Each engagement begins later than the one that it follows, so that a chain never comes back to itself.
 * @throws DomainError `engagement.not_found`, `rollForward.not_after`, `rollForward.prior_not_at_hand`
 */
export function setPrior(
  { engagementId, priorEngagementId }: CheckedParamsOf<'engagement.setPrior'>,
  { reader, session, actor, now }: CommandContext,
): Outcome<Record<string, never>> {
  const engagement = loadEngagement(reader, engagementId)
  const before = reader.get('priorPeriod', engagementId)
  const answer = () => ({})
  if (priorEngagementId === null) {
    return { engagementId, changes: before === undefined ? [] : hide('priorPeriod', engagementId), answer }
  }
  if (before?.priorEngagementId === priorEngagementId) return { engagementId, changes: [], answer }
  const prior = heldPrior({ reader, session }, priorEngagementId)
  if (prior === null) throw new DomainError('rollForward.prior_not_at_hand')
  requireAfter(engagement, prior.engagement)
  const fields = { ...priorPeriodFields(prior.engagement), by: actor.practitionerId, at: now.at }
  return {
    engagementId,
    changes:
      before === undefined
        ? [...create('priorPeriod', engagementId, fields), ...showAgain(reader, 'priorPeriod', engagementId)]
        : update('priorPeriod', engagementId, fields),
    answer,
  }
}

/** Engagements that a chain is followed back through; ten periods are compared, and no more are asked for. */
const longestChain = 30

/**
 * @returns an engagement and those that it follows, newest first, as far as they are known
 * @throws DomainError `engagement.not_found`
 */
export function chainOf(context: Pick<QueryContext, 'reader' | 'session'>, engagementId: string): ChainLink[] {
  const chain: ChainLink[] = [linkOf(loadEngagement(context.reader, engagementId), 'store')]
  let reader: Reader | null = context.reader
  let id = engagementId
  while (reader !== null && chain.length < longestChain) {
    const before: EntityRow<'priorPeriod'> | undefined = reader.get('priorPeriod', id)
    if (before === undefined || chain.some((link) => link.engagementId === before.priorEngagementId)) break
    const held = heldPrior(context, before.priorEngagementId)
    chain.push(
      held === null
        ? linkOf({ ...before, id: before.priorEngagementId }, 'nowhere')
        : linkOf(held.engagement, held.source),
    )
    reader = held?.reader ?? null
    id = before.priorEngagementId
  }
  return chain
}

type Named = Pick<EntityRow<'engagement'>, 'id' | 'client' | 'periodStart' | 'periodEnd' | 'asOf'>

/** @returns an engagement as a chain names it */
export function linkOf({ id, client, periodStart, periodEnd, asOf }: Named, held: ChainLink['held']): ChainLink {
  const period = periodStart === null || periodEnd === null ? null : { start: periodStart, end: periodEnd }
  return { engagementId: id, client, period, asOf, held }
}
