import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import type { Category } from '../../../shared/contract/engagement.ts'
import { checkScope } from '../../../shared/engagement/scope.ts'
import { create } from '../../../shared/journal/change.ts'
import { tokenOf } from '../../../shared/record/token.ts'
import { followUpChanges } from '../../../shared/rollForward/followUps.ts'
import { rollForward } from '../../../shared/rollForward/rollForward.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { plainText } from '../record/plainText.ts'
import { lastDayOf, requireAfter } from './days.ts'
import { deviationsOf, openFollowUps, papersOf } from './facts.ts'
import { priorPeriodFields } from './priorPeriod.ts'

/**
 * Begins the next engagement: one entry of a journal of its own, in which everything that is carried has a new id and its origin.
 * @throws DomainError as the contract of `engagement.rollForward` lists
 */
export function rollForwardEngagement(
  { engagementId: priorId, period, asOf, leaveOut }: CheckedParamsOf<'engagement.rollForward'>,
  { reader, actor, now, newId }: CommandContext,
): Outcome<ResultOf<'engagement.rollForward'>> {
  const prior = loadEngagement(reader, priorId)
  const reportType = asOf !== undefined && period === undefined ? 'type1' : 'type2'
  const scope = checkScope({
    client: prior.client,
    reportType,
    period,
    asOf,
    categories: prior.categories as Category[],
  })
  const engagementId = newId()
  const stamp = { by: actor.practitionerId, at: now.at }
  const next = {
    client: scope.client,
    system: prior.system,
    reportType,
    periodStart: period?.start ?? null,
    periodEnd: period?.end ?? null,
    asOf: asOf ?? null,
    categories: scope.categories,
    createdAt: now.at,
  } as const
  requireAfter(next, prior)
  const plain = plainText(reader, priorId)
  const firstDay = period?.start ?? asOf ?? ''
  const left = new Set<string>(leaveOut)
  const carried = rollForward(
    papersOf(reader, priorId),
    { engagementId, reportType, firstDay, lastDay: period?.end ?? firstDay, actorId: stamp.by, at: stamp.at },
    { leaveOut: left, newId, wordsOf: (record) => plain(tokenOf(record)) },
  )
  const deviations = left.has('followUps') ? [] : deviationsOf(reader, priorId)
  const stillOpen = left.has('followUps') ? [] : openFollowUps(reader, priorId)
  const followUps = followUpChanges(deviations, stillOpen, lastDayOf(prior), {
    newId,
    newControlId: (id) => carried.newIdOf('control', id),
    plain,
  })
  return {
    engagementId,
    changes: [
      ...create('engagement', engagementId, next),
      ...create('priorPeriod', engagementId, { ...priorPeriodFields(prior), ...stamp }),
      ...carried.changes,
      ...followUps,
    ],
    answer: () => ({
      engagementId,
      carried: carried.counts.values().reduce((sum, papers) => sum + papers, 0),
      followUps: deviations.length + stillOpen.length,
    }),
  }
}
