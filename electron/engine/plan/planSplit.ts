import type { Period } from '../../../shared/contract/engagement.ts'
import type { CheckedParamsOf, ResultOf } from '../../../shared/contract/index.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { addDays } from '../../../shared/period/dayCount.ts'
import { daysIn } from '../../../shared/period/period.ts'
import { splitSize } from '../../../shared/sample/split.ts'
import type { PlannedRows } from './plannedRows.ts'

/**
 * @param period that the sample stands for
 * @returns the sample split between interim and roll-forward; `null` where no interim part was asked for
 * @throws DomainError `plan.interim_needs_period`, `plan.interim_outside_period`, `plan.window_needs_dates`
 */
export function planSplit({
  params: { interimEnd, splitBy },
  period,
  size,
  rows,
}: {
  params: CheckedParamsOf<'sample.plan'>
  period: Period | null
  size: number
  rows: PlannedRows
}): ResultOf<'sample.plan'>['split'] {
  if (interimEnd === undefined) return null
  if (period === null) throw new DomainError('plan.interim_needs_period')
  if (interimEnd < period.start || interimEnd >= period.end) {
    throw new DomainError('plan.interim_outside_period', { end: period.end })
  }
  const partOf = (part: Period) => ({
    ...part,
    days: daysIn(part),
    occurrences: rows.hasDates || splitBy === 'occurrences' ? rows.within(part) : null,
  })
  const interim = partOf({ start: period.start, end: interimEnd })
  const rest = partOf({ start: addDays(interimEnd, 1), end: period.end })
  const exposure = (part: typeof interim) => (splitBy === 'days' ? part.days : (part.occurrences ?? 0))
  const sizes = splitSize({ size, basis: splitBy, interim: exposure(interim), rest: exposure(rest) })
  return {
    by: splitBy,
    interim: { ...interim, size: sizes.interim },
    rest: { ...rest, size: sizes.rest },
    reason: sizes.reason,
  }
}
