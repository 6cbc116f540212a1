import type { Category, Engagement } from '../../shared/contract/engagement.ts'

export const categoryWords: Record<Category, string> = {
  security: 'Security',
  availability: 'Availability',
  processing_integrity: 'Processing integrity',
  confidentiality: 'Confidentiality',
  privacy: 'Privacy',
}

/** @returns the observation period, or the as-of date of a Type 1 engagement */
export function datesOf({ period, asOf }: Pick<Engagement, 'period' | 'asOf'>): string {
  return period === null ? `as of ${asOf ?? ''}` : `${period.start} … ${period.end}`
}
