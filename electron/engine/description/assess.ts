import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, update } from '../../../shared/journal/change.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { checkReported } from './load.ts'

/** @returns the id of what was found on a description criterion; evidence is linked to it before anything was found */
export const descriptionPaperId = (engagementId: string, criterionId: string): string =>
  `${engagementId}:${criterionId}`

/** @throws DomainError as the contract of `description.assess` lists */
export function assessCriterion(
  { engagementId, criterionId, outcome, reasoning, implementation }: CheckedParamsOf<'description.assess'>,
  { reader, actor, now }: CommandContext,
): Outcome<ResultOf<'description.assess'>> {
  checkReported(loadEngagement(reader, engagementId).reportType, criterionId)
  const needsReason = outcome === 'not_presented' || outcome === 'not_applicable'
  if (needsReason && reasoning.trim() === '') {
    throw new DomainError('description.reasoning_required', { criterion: criterionId })
  }
  const id = descriptionPaperId(engagementId, criterionId)
  const before = reader.get('descriptionCriterion', id)
  const fields = { outcome: outcome ?? ('open' as const), reasoning, implementation }
  const stamp = { by: actor.practitionerId, at: now.at }
  const changed = before === undefined ? fields : differingFields(before, fields)
  return {
    engagementId,
    changes:
      before === undefined
        ? create('descriptionCriterion', id, { criterionId, ...fields, ...stamp })
        : Object.keys(changed).length === 0
          ? []
          : update('descriptionCriterion', id, { ...changed, ...stamp }),
    answer: () => ({}),
  }
}

/**
 * The paper of a description criterion exists as soon as its engagement does, whatever was found.
 * @returns the engagement that it belongs to, or `undefined` where the id names none
 */
export function engagementOfDescriptionPaper(reader: Reader, id: string): { engagementId: string } | undefined {
  const [, engagementId = '', criterion = ''] = /^(.+):(DC [1-9])$/.exec(id) ?? []
  return criterion === '' || reader.get('engagement', engagementId) === undefined ? undefined : { engagementId }
}
