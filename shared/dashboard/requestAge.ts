/** How long the client has been asked, in whole days: up to a week, two weeks, a month, and longer. */
export const requestAges = ['to_7', 'to_14', 'to_30', 'over_30'] as const
export type RequestAge = (typeof requestAges)[number]

/** @param days since the client was asked */
export function requestAge(days: number): RequestAge {
  if (days <= 7) return 'to_7'
  if (days <= 14) return 'to_14'
  return days <= 30 ? 'to_30' : 'over_30'
}
