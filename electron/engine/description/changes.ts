import type { Reader } from '../../../db/reader.ts'
import type { SignificantChange } from '../../../shared/contract/description.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { loadControl } from '../control/load.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'

/** @throws DomainError as the contract of `significantChange.save` lists */
export function saveChange(
  { engagementId, changeId, effect, controlIds, ...given }: CheckedParamsOf<'significantChange.save'>,
  { reader, newId }: CommandContext,
): Outcome<ResultOf<'significantChange.save'>> {
  checkDay(loadEngagement(reader, engagementId), given.changedOn)
  const before = changeId === undefined ? null : loadChange(reader, changeId, engagementId)
  for (const controlId of controlIds) loadControl(reader, controlId, engagementId)
  const fields = { ...given, effect: effect?.trim() || null, controlIds: [...new Set(controlIds)].toSorted() }
  const id = before?.id ?? newId()
  return {
    engagementId,
    changes:
      before === null
        ? create('significantChange', id, fields)
        : update('significantChange', id, differingFields(before, fields)),
    answer: () => ({ changeId: id }),
  }
}

/** @throws DomainError `significantChange.not_found` */
export function removeChange(
  { changeId }: CheckedParamsOf<'significantChange.remove'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'significantChange.remove'>> {
  const { engagementId } = loadChange(reader, changeId)
  return { engagementId, changes: hide('significantChange', changeId), answer: () => ({}) }
}

/** @returns the changes of the period by day @throws DomainError `engagement.not_found` */
export function describeChanges(reader: Reader, engagementId: string): SignificantChange[] {
  loadEngagement(reader, engagementId)
  return reader
    .list('significantChange', { engagementId }, 'changedOn')
    .map(({ id, engagementId: _of, ...change }) => ({ changeId: id, ...change }))
}

function checkDay({ periodStart, periodEnd }: EntityRow<'engagement'>, changedOn: string): void {
  if (periodStart === null || periodEnd === null) throw new DomainError('significantChange.needs_period')
  if (changedOn < periodStart || changedOn > periodEnd) {
    throw new DomainError('significantChange.outside_period', { changedOn, start: periodStart, end: periodEnd })
  }
}

function loadChange(reader: Reader, changeId: string, engagementId?: string): EntityRow<'significantChange'> {
  const found = reader.get('significantChange', changeId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('significantChange.not_found', { changeId })
  }
  return found
}
