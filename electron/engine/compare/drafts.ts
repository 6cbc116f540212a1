import { allVersions } from '../../../db/control.ts'
import { draftChanges } from '../../../shared/compare/draftChanges.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { loadEngagement } from '../engagement.ts'
import type { QueryContext } from '../handler.ts'
import { comparedRows } from './compare.ts'

/** @throws DomainError `engagement.not_found`, `rollForward.prior_not_at_hand`, `significantChange.needs_period` */
export function draftSignificantChanges(
  two: CheckedParamsOf<'engagement.draftChanges'>,
  holding: Pick<QueryContext, 'reader' | 'session'>,
): ResultOf<'engagement.draftChanges'> {
  const { reader } = holding
  const { engagementId } = two
  const { periodStart } = loadEngagement(reader, engagementId)
  if (periodStart === null) throw new DomainError('significantChange.needs_period')
  const later = allVersions(reader, engagementId).filter(({ effectiveOn }) => effectiveOn > periodStart)
  const worded = new Map(later.map(({ controlId, effectiveOn }) => [controlId, effectiveOn]))
  const written = new Set(reader.list('significantChange', { engagementId }).map(({ title }) => title))
  const drafts = draftChanges(comparedRows(two, holding).rows, periodStart, (id) => worded.get(id) ?? null)
  return { drafts: drafts.map((draft) => ({ ...draft, written: written.has(draft.title) })) }
}
