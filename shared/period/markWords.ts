import type { PeriodMark } from '../contract/periodMark.ts'

/** How a kind of mark is called. */
export const markWords: Record<PeriodMark['kind'], string> = {
  holiday: 'Holiday',
  outage: 'Outage',
  freeze: 'Freeze',
  other: 'Other',
}
