import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'

/** @throws DomainError `rollForward.not_after` */
export function requireAfter(next: Days, prior: Days): void {
  const start = prior.periodStart ?? prior.asOf ?? ''
  if ((next.periodStart ?? next.asOf ?? '') <= start) throw new DomainError('rollForward.not_after', { start })
}

type Days = Pick<EntityRow<'engagement'>, 'periodStart' | 'periodEnd' | 'asOf'>

/** @returns the last day that an engagement speaks of */
export function lastDayOf({ periodEnd, asOf }: Days): string {
  return periodEnd ?? asOf ?? ''
}
