import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { isoPaperId, loadRequirement } from './load.ts'

/**
 * A line of the statement of applicability. Whoever claims to conform can leave out controls of Annex A with a justification, and
 * none of the clauses 4 to 10.
 * @throws DomainError as the contract of `iso.saveApplicability` lists
 */
export function saveApplicability(
  params: CheckedParamsOf<'iso.saveApplicability'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'iso.saveApplicability'>> {
  const { engagementId, edition, requirementId, applicable, justification, implemented } = params
  loadEngagement(reader, engagementId)
  const { kind } = loadRequirement(edition, requirementId)
  const id = isoPaperId(engagementId, edition, requirementId)
  if (!applicable && kind === 'clause') throw new DomainError('iso.clause_applies')
  if (!applicable && reader.get('isoConclusion', id) !== undefined) {
    throw new DomainError('iso.has_conclusion', { requirement: requirementId })
  }
  const before = reader.get('isoApplicability', id)
  const fields = { applicable, justification, implemented }
  const stamp = { by: actor.practitionerId, at: now.at }
  const changed = before === undefined ? fields : differingFields(before, fields)
  return {
    engagementId,
    changes:
      before === undefined
        ? create('isoApplicability', id, { edition, requirementId, ...fields, ...stamp })
        : Object.keys(changed).length === 0
          ? []
          : update('isoApplicability', id, { ...changed, ...stamp }),
    answer: () => ({}),
  }
}
