import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { checkStep, deviationSteps } from '../../../shared/deviation/steps.ts'
import { update } from '../../../shared/journal/change.ts'
import type { EntityFields } from '../../../shared/model/entities.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadDeviation } from './load.ts'

/**
 * Each step forward is taken by a person at a time; going back takes the later steps away, with the reason.
 * @throws DomainError as the contract of `deviation.advance` lists
 */
export function advanceDeviation(
  { deviationId, status, reason }: CheckedParamsOf<'deviation.advance'>,
  { reader, actor, now }: CommandContext,
): Outcome<Record<string, never>> {
  const before = loadDeviation(reader, deviationId)
  checkStep(before.status, status, { facts: before, reason })
  const isBack = deviationSteps.indexOf(status) < deviationSteps.indexOf(before.status)
  const taken = isBack ? null : { by: actor.practitionerId, at: now.at }
  const steps = deviationSteps.slice(
    isBack ? deviationSteps.indexOf(status) + 1 : deviationSteps.indexOf(status),
    isBack ? undefined : deviationSteps.indexOf(status) + 1,
  )
  const stamps: EntityFields<'deviation'> = Object.assign({}, ...steps.map((step) => stampOf(step, taken)))
  const changes =
    status === before.status
      ? []
      : update('deviation', deviationId, {
          status,
          ...stamps,
          ...(isBack ? { reopenedBecause: reason ?? null } : {}),
        })
  return { engagementId: before.engagementId, changes, answer: () => ({}) }
}

type Taken = { by: string; at: string } | null

function stampOf(step: (typeof deviationSteps)[number], taken: Taken): EntityFields<'deviation'> {
  const { by = null, at = null } = taken ?? {}
  switch (step) {
    case 'open':
      return {}
    case 'confirmed':
      return { confirmedBy: by, confirmedAt: at }
    case 'evaluated':
      return { evaluatedBy: by, evaluatedAt: at }
    case 'concluded':
      return { concludedBy: by, concludedAt: at }
  }
}
