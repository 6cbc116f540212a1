import type { Category, Period, ReportType } from '../contract/engagement.ts'
import { DomainError } from '../errors/domainError.ts'

/** What an engagement reports on: a period for Type 2, a day for Type 1, and the categories. */
export type Scope = {
  client: string
  system?: string | undefined
  reportType: ReportType
  period?: Period | undefined
  asOf?: string | undefined
  categories: Category[]
}

/**
 * Checks that report type, dates and categories belong together.
 * @returns the scope, its categories once each and in the order of the criteria
 * @throws DomainError `engagement.security_required`, `engagement.period_required`, `engagement.as_of_required`,
 * `engagement.period_not_for_type1`, `engagement.as_of_not_for_type2`, `period.end_before_start`
 */
export function checkScope(scope: Scope): Scope {
  if (!scope.categories.includes('security')) throw new DomainError('engagement.security_required')
  if (scope.reportType === 'type2') checkPeriod(scope)
  else checkAsOf(scope)
  return { ...scope, categories: categoryOrder.filter((category) => scope.categories.includes(category)) }
}

const categoryOrder: Category[] = ['security', 'availability', 'processing_integrity', 'confidentiality', 'privacy']

function checkPeriod({ period, asOf }: Scope): void {
  if (asOf !== undefined) throw new DomainError('engagement.as_of_not_for_type2')
  if (period === undefined) throw new DomainError('engagement.period_required')
  if (period.end < period.start) throw new DomainError('period.end_before_start', { ...period })
}

function checkAsOf({ period, asOf }: Scope): void {
  if (period !== undefined) throw new DomainError('engagement.period_not_for_type1')
  if (asOf === undefined) throw new DomainError('engagement.as_of_required')
}
