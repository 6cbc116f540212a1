import type { Reader } from '../../../db/reader.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { type CatalogueCriterion, criteriaInScope } from '../catalogue.ts'

/** What of an engagement says which criteria it reports on. */
type Engagement = { id: string; categories: readonly string[] }

/** @returns the reason why each criterion that was set aside does not apply */
export function setAsideCriteria(reader: Reader, engagementId: string): ReadonlyMap<string, string> {
  return new Map(
    reader
      .list('criterionScope', { engagementId })
      .flatMap(({ criterionId, applicable, reason }) => (applicable ? [] : [[criterionId, reason] as const])),
  )
}

/** @returns the criteria that an engagement reports on: those of its categories that apply */
export function applicableCriteria(reader: Reader, { id, categories }: Engagement): CatalogueCriterion[] {
  const setAside = setAsideCriteria(reader, id)
  return criteriaInScope(categories).filter(({ criterionId }) => !setAside.has(criterionId))
}

/** @throws DomainError `criterion.not_in_scope` for the first that is not of the categories, or was set aside */
export function checkApplicable(reader: Reader, engagement: Engagement, criteria: readonly string[]): void {
  const known = new Set(applicableCriteria(reader, engagement).map(({ criterionId }) => criterionId))
  const outside = criteria.find((criterionId) => !known.has(criterionId))
  if (outside !== undefined) throw new DomainError('criterion.not_in_scope', { criterion: outside })
}
