import type { Reader } from '../../../db/reader.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { create, hide, update } from '../../../shared/journal/change.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { differingFields } from '../differingFields.ts'
import { loadEngagement } from '../engagement.ts'
import type { CommandContext, Outcome } from '../handler.ts'

/**
 * @throws DomainError `engagement.not_found`, `letter.not_found`, `letter.kind_is_fixed`, `letter.period_or_date`,
 *   `period.end_before_start`
 */
export function saveLetter(
  params: CheckedParamsOf<'letter.save'>,
  { reader, newId }: CommandContext,
): Outcome<ResultOf<'letter.save'>> {
  const { engagementId, letterId, kind, issuer } = params
  loadEngagement(reader, engagementId)
  const before = letterId === undefined ? null : loadLetter(reader, letterId, engagementId)
  if (before !== null && before.kind !== kind) throw new DomainError('letter.kind_is_fixed')
  const fields = {
    kind,
    issuer,
    datedOn: params.datedOn ?? null,
    signedBy: params.signedBy || null,
    periodStart: params.periodStart ?? null,
    periodEnd: params.periodEnd ?? null,
    asOf: params.asOf ?? null,
    text: params.text || null,
    note: params.note || null,
  }
  checkDays(fields)
  const id = before?.id ?? newId()
  return {
    engagementId,
    changes: before === null ? create('letter', id, fields) : update('letter', id, differingFields(before, fields)),
    answer: () => ({ letterId: id }),
  }
}

/** @throws DomainError `letter.not_found` */
export function removeLetter(
  { letterId, reason }: CheckedParamsOf<'letter.remove'>,
  { reader }: CommandContext,
): Outcome<ResultOf<'letter.remove'>> {
  const { engagementId } = loadLetter(reader, letterId)
  return {
    engagementId,
    changes: [...update('letter', letterId, { removedBecause: reason }), ...hide('letter', letterId)],
    answer: () => ({}),
  }
}

function loadLetter(reader: Reader, letterId: string, engagementId?: string): EntityRow<'letter'> {
  const found = reader.get('letter', letterId)
  if (found === undefined || (engagementId !== undefined && found.engagementId !== engagementId)) {
    throw new DomainError('letter.not_found', { letterId })
  }
  return found
}

type Days = Pick<EntityRow<'letter'>, 'periodStart' | 'periodEnd' | 'asOf'>

function checkDays({ periodStart, periodEnd, asOf }: Days): void {
  const isHalf = (periodStart === null) !== (periodEnd === null)
  if (isHalf || (periodStart !== null && asOf !== null)) throw new DomainError('letter.period_or_date')
  if (periodStart !== null && periodEnd !== null && periodEnd < periodStart) {
    throw new DomainError('period.end_before_start', { start: periodStart, end: periodEnd })
  }
}
