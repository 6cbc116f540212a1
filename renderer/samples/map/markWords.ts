import type { PeriodMark } from '../../../shared/contract/periodMark.ts'

export const markWords: Record<PeriodMark['kind'], string> = {
  holiday: 'Holiday',
  outage: 'Outage',
  freeze: 'Freeze',
  other: 'Other',
}
