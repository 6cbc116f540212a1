import { showAgain } from '../../../db/hiddenRow.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide } from '../../../shared/journal/change.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { periodOf } from '../sample/period.ts'
import { findingsOf } from './facts.ts'
import { loadPopulation } from './load.ts'

/**
 * Records what became of a fact: dismissed for a reason, asked of the client, or open again. The last word counts.
 * @throws DomainError `population.not_found`, `population.nothing_found`, `population.settled_by_row`
 */
export function decideCheck(
  { populationId, check, decision, reason, requestId }: CheckedParamsOf<'population.decideCheck'>,
  { reader, actor, now }: CommandContext,
): Outcome<Record<string, never>> {
  if (check === 'duplicate_ids' || check === 'outside_period') throw new DomainError('population.settled_by_row')
  const population = loadPopulation(reader, populationId)
  const { engagementId } = population
  const period = periodOf(loadEngagement(reader, engagementId))
  const found = findingsOf(reader, population, period).find((finding) => finding.check === check)
  if (found === undefined) throw new DomainError('population.nothing_found', { check })
  const id = `${populationId}:${check}`
  if (decision === 'open') {
    return { engagementId, changes: found.decision === null ? [] : hide('checkDecision', id), answer: () => ({}) }
  }
  const stamp = { by: actor.practitionerId, at: now.at }
  return {
    engagementId,
    changes: [
      ...create('checkDecision', id, {
        populationId,
        check,
        decision,
        reason,
        requestId: requestId ?? null,
        ...stamp,
      }),
      ...showAgain(reader, 'checkDecision', id),
    ],
    answer: () => ({}),
  }
}
