import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { SystemComponent, type SystemPart } from '../../../shared/contract/scope.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'

/**
 * A part outside of the boundary is there to be told, so it has a reason.
 * @throws DomainError `engagement.not_found`, `boundary.not_found`, `boundary.reason_required`
 */
export function savePart(
  { engagementId, partId, component, name, included, reason }: CheckedParamsOf<'boundary.save'>,
  { reader, newId }: CommandContext,
): Outcome<ResultOf<'boundary.save'>> {
  loadEngagement(reader, engagementId)
  const before = partId === undefined ? null : loadPart(reader, partId, engagementId)
  if (!included && !reason) throw new DomainError('boundary.reason_required')
  const fields = { component, name, included, reason: reason || null }
  const id = before?.id ?? newId()
  return {
    engagementId,
    changes:
      before === null ? create('systemPart', id, fields) : update('systemPart', id, differingFields(before, fields)),
    answer: () => ({ partId: id }),
  }
}

/** @throws DomainError `boundary.not_found` */
export function removePart(
  { partId }: CheckedParamsOf<'boundary.remove'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'boundary.remove'>> {
  const { engagementId } = loadPart(reader, partId)
  return { engagementId, changes: hide('systemPart', partId), answer: () => ({}) }
}

/** @returns the parts of the system by component, as a description tells them @throws DomainError `engagement.not_found` */
export function describeParts(reader: Reader, engagementId: string): SystemPart[] {
  loadEngagement(reader, engagementId)
  const order = SystemComponent.options
  return reader
    .list('systemPart', { engagementId }, 'name')
    .map(({ id, engagementId: _of, ...part }) => ({ partId: id, ...part }))
    .toSorted((one, other) => order.indexOf(one.component) - order.indexOf(other.component))
}

function loadPart(reader: Reader, partId: string, engagementId?: string): EntityRow<'systemPart'> {
  const found = reader.get('systemPart', partId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('boundary.not_found', { partId })
  }
  return found
}
