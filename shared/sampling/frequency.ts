import type { Frequency } from '../contract/control.ts'
import { invalid } from './parameters.ts'

/** How a frequency is called in a sentence. */
export const frequencyWords: Record<Frequency, string> = {
  annual: 'annual',
  semiannual: 'semi-annual',
  quarterly: 'quarterly',
  monthly: 'monthly',
  semimonthly: 'semi-monthly',
  weekly: 'weekly',
  daily: 'daily',
  multiple_daily: 'many times a day',
  event: 'event-driven',
  continuous: 'automated',
}

/** Other spellings in control matrices, without spaces, hyphens and underscores. */
const otherNames: Record<string, Frequency> = {
  automated: 'continuous',
  eventdriven: 'event',
  manyperday: 'multiple_daily',
  manytimesaday: 'multiple_daily',
  multipleperday: 'multiple_daily',
}

/**
 * @param text as a firm writes it: `semi-annual`, `Semiannual`, `multiple_daily`, `automated`
 * @throws DomainError `sampling.invalid_parameter`
 */
export function readFrequency(text: string): Frequency {
  const bare = text.toLowerCase().replaceAll(/[\s_-]/g, '')
  const frequency = ownNames.get(bare) ?? (Object.hasOwn(otherNames, bare) ? otherNames[bare] : undefined)
  if (frequency === undefined) throw invalid('frequency', 'it is not a frequency that the policy knows')
  return frequency
}

const ownNames = new Map((Object.keys(frequencyWords) as Frequency[]).map((name) => [name.replaceAll('_', ''), name]))
