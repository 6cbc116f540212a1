import { lastComplementaryNumber } from '../../../db/complementary.ts'
import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import { loadControl } from '../control/load.ts'
import { checkApplicable } from '../criterion/applicable.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { loadComplementary, loadOrganisation } from './load.ts'

/** @throws DomainError as the contract of `complementary.save` lists */
export function saveComplementary(
  given: CheckedParamsOf<'complementary.save'>,
  { reader, newId }: CommandContext,
): Outcome<ResultOf<'complementary.save'>> {
  const { engagementId, complementaryId, kind } = given
  const before = complementaryId === undefined ? null : loadComplementary(reader, complementaryId, engagementId)
  if (before !== null && before.kind !== kind) {
    throw new DomainError('complementary.kind_is_fixed', { ref: before.ref })
  }
  checkApplicable(reader, loadEngagement(reader, engagementId), given.criteria)
  for (const controlId of given.controlIds) loadControl(reader, controlId, engagementId)
  const fields = {
    text: given.text,
    organisationId: kind === 'csoc' ? operatorOf(reader, given) : null,
    criteria: [...new Set(given.criteria)].toSorted(),
    controlIds: [...new Set(given.controlIds)].toSorted(),
    communicated: given.communicated || null,
  }
  const id = before?.id ?? newId()
  const ref = before?.ref ?? `${kind.toUpperCase()}-${lastComplementaryNumber(reader, engagementId, kind) + 1}`
  return {
    engagementId,
    changes:
      before === null
        ? create('complementaryControl', id, { kind, ref, ...fields })
        : update('complementaryControl', id, differingFields(before, fields)),
    answer: () => ({ complementaryId: id, ref }),
  }
}

/** @throws DomainError `complementary.not_found` */
export function removeComplementary(
  { complementaryId }: CheckedParamsOf<'complementary.remove'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'complementary.remove'>> {
  const { engagementId } = loadComplementary(reader, complementaryId)
  return { engagementId, changes: hide('complementaryControl', complementaryId), answer: () => ({}) }
}

/** @returns whose control a CSOC is @throws DomainError `complementary.needs_organisation`, `subservice.not_found` */
function operatorOf(reader: Reader, { engagementId, organisationId }: CheckedParamsOf<'complementary.save'>): string {
  if (organisationId === undefined) throw new DomainError('complementary.needs_organisation')
  return loadOrganisation(reader, organisationId, engagementId).id
}
