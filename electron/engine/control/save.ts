import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { tscCriterionIds } from '../catalogue.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'
import { changedControl, newControl } from './changes.ts'
import { firstDayOf } from './firstDay.ts'
import { loadControl } from './load.ts'
import { requireInclusive } from './organisations.ts'
import { standingControl } from './standing.ts'

/** Adds a control, or changes one: its reference, title, owner, organisation, criteria or latest wording. */
export function saveControl(
  { engagementId, controlId, ...params }: CheckedParamsOf<'control.save'>,
  { reader, newId }: CommandContext,
): Outcome<{ controlId: string }> {
  const engagement = loadEngagement(reader, engagementId)
  const { ref, title, organisationId, description, frequency, type, nature } = params
  requireFreeRef(reader, engagementId, ref, controlId)
  if (organisationId) requireInclusive(reader, organisationId, engagementId)
  // An owner that was cleared is none; one that was not named stays.
  const owner = params.owner === '' ? null : params.owner
  const wanted = {
    ref,
    title,
    owner,
    organisationId,
    criteria: requireCriteria(params.criteria),
    wording: { description, frequency, type, nature },
  }
  if (controlId === undefined) {
    const made = newControl(newId, { ...wanted, effectiveOn: firstDayOf(engagement) })
    return { engagementId, changes: made.changes, answer: () => ({ controlId: made.controlId }) }
  }
  const row = loadControl(reader, controlId)
  if (row.engagementId !== engagementId) throw new DomainError('control.not_found', { controlId })
  return {
    engagementId,
    changes: changedControl(reader, standingControl(reader, row), wanted),
    answer: () => ({ controlId }),
  }
}

function requireFreeRef(reader: Reader, engagementId: string, ref: string, controlId: string | undefined): void {
  const others = reader.list('control', { engagementId, ref }).filter(({ id }) => id !== controlId)
  if (others.length > 0) throw new DomainError('control.duplicate_ref', { ref })
}

function requireCriteria(criteria: readonly string[]): string[] {
  const unknown = criteria.find((id) => !tscCriterionIds().has(id))
  if (unknown !== undefined) throw new DomainError('control.unknown_criterion', { criterion: unknown })
  return [...new Set(criteria)]
}
