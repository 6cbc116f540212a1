import { showAgain } from '../../../db/hiddenRow.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { isoPaperId, loadRequirement } from './load.ts'
import { controlsByRequirement } from './view.ts'

/**
 * Concludes on one requirement. Nothing of SOC 2 is read to decide and nothing of it is written: the same tests feed two
 * conclusions. That a requirement is met needs work on a control under it; a nonconformity may be that there is none.
 * @throws DomainError as the contract of `iso.conclude` lists
 */
export function concludeIso(
  { engagementId, edition, requirementId, outcome, reasoning }: CheckedParamsOf<'iso.conclude'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'iso.conclude'>> {
  loadEngagement(reader, engagementId)
  loadRequirement(edition, requirementId)
  const id = isoPaperId(engagementId, edition, requirementId)
  if (reader.get('isoApplicability', id)?.applicable === false) {
    throw new DomainError('iso.not_applicable', { requirement: requirementId })
  }
  const controls = controlsByRequirement(reader, engagementId, edition).get(requirementId) ?? []
  if (outcome === 'conform' && !controls.some(({ performed }) => performed > 0)) {
    throw new DomainError('iso.nothing_performed', { requirement: requirementId })
  }
  const before = reader.get('isoConclusion', id)
  const fields = { outcome, reasoning }
  const stamp = { by: actor.practitionerId, at: now.at }
  const changed = before === undefined ? fields : differingFields(before, fields)
  return {
    engagementId,
    changes:
      before === undefined
        ? [
            ...create('isoConclusion', id, { edition, requirementId, ...fields, ...stamp }),
            ...showAgain(reader, 'isoConclusion', id),
          ]
        : Object.keys(changed).length === 0
          ? []
          : update('isoConclusion', id, { ...changed, ...stamp }),
    answer: () => ({}),
  }
}

/** @throws DomainError `engagement.not_found`, `iso.requirement_not_found` */
export function removeIsoConclusion(
  { engagementId, edition, requirementId, reason }: CheckedParamsOf<'iso.removeConclusion'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'iso.removeConclusion'>> {
  loadEngagement(reader, engagementId)
  loadRequirement(edition, requirementId)
  const id = isoPaperId(engagementId, edition, requirementId)
  return {
    engagementId,
    changes:
      reader.get('isoConclusion', id) === undefined
        ? []
        : [
            ...update('isoConclusion', id, { reasoning: reason, by: actor.practitionerId, at: now.at }),
            ...hide('isoConclusion', id),
          ],
    answer: () => ({}),
  }
}
