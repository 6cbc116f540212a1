import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { criteriaInScope } from '../catalogue.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'

/**
 * A criterion of the categories that has nothing to do with the system is set aside, with the reason that the description
 * tells (DC 8).
 * @throws DomainError `engagement.not_found`, `criterion.not_in_scope`, `criterion.concluded`
 */
export function setAsideCriterion(
  { engagementId, criterionId, reason }: CheckedParamsOf<'criterion.setAside'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'criterion.setAside'>> {
  const { categories } = loadEngagement(reader, engagementId)
  if (!criteriaInScope(categories).some((criterion) => criterion.criterionId === criterionId)) {
    throw new DomainError('criterion.not_in_scope', { criterion: criterionId })
  }
  const concluded = reader.list('conclusion', { engagementId, targetEntity: 'criterion', targetId: criterionId })
  if (reason !== null && concluded.length > 0) throw new DomainError('criterion.concluded', { criterion: criterionId })
  const id = `${engagementId}:${criterionId}`
  const before = reader.get('criterionScope', id)
  const fields = { applicable: reason === null, reason: reason ?? '' }
  const stamp = { by: actor.practitionerId, at: now.at }
  const changed = before === undefined ? fields : differingFields(before, fields)
  const isSame = before === undefined ? reason === null : Object.keys(changed).length === 0
  return {
    engagementId,
    changes: isSame
      ? []
      : before === undefined
        ? create('criterionScope', id, { criterionId, ...fields, ...stamp })
        : update('criterionScope', id, { ...changed, ...stamp }),
    answer: () => ({}),
  }
}
