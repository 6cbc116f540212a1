import type { Frequency } from '../../shared/contract/control.ts'

export const frequencyWords: Record<Frequency, string> = {
  annual: 'annual',
  semiannual: 'semi-annual',
  quarterly: 'quarterly',
  monthly: 'monthly',
  semimonthly: 'semi-monthly',
  weekly: 'weekly',
  daily: 'daily',
  multiple_daily: 'several times a day',
  event: 'per event',
  continuous: 'continuous',
}

export const typeWords = { manual: 'manual', automated: 'automated', it_dependent: 'IT-dependent' } as const
export const natureWords = { preventive: 'preventive', detective: 'detective', corrective: 'corrective' } as const

/** @returns the words as the choices of a select */
export function choicesOf<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))
}
