import type { EntityRow } from '../../../shared/model/entities.ts'

/** @returns the day from which the first wording of a control counts: the first of the period, or the as-of date */
export function firstDayOf({ id, periodStart, asOf }: EntityRow<'engagement'>): string {
  const day = periodStart ?? asOf
  if (day === null) throw new TypeError(`Engagement ${id} has neither period nor as-of date`)
  return day
}
