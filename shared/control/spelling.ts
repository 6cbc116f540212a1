import type { z } from 'zod'
import type { ControlNature, ControlType, Frequency } from '../contract/control.ts'

/** The fields of a control that are one of a few words, and which words. */
export type ControlWords = {
  frequency: Frequency
  type: z.infer<typeof ControlType>
  nature: z.infer<typeof ControlNature>
}

/**
 * Other words for the same. What people use for two things is not among them: "biannual" (half-yearly, or every two years),
 * "biweekly" and "bimonthly" have to be said otherwise.
 */
const otherWords: { [F in keyof ControlWords]: Record<ControlWords[F], readonly string[]> } = {
  frequency: {
    annual: ['annually', 'yearly', 'once a year', 'every year'],
    semiannual: ['semi-annually', 'half-yearly', 'twice a year'],
    quarterly: ['quarter', 'every quarter'],
    monthly: ['month', 'every month'],
    semimonthly: ['twice a month', 'twice monthly'],
    weekly: ['week', 'every week'],
    daily: ['day', 'every day'],
    multiple_daily: [
      'multiple times daily',
      'multiple times a day',
      'multiple times per day',
      'many times a day',
      'several times a day',
    ],
    event: ['event-driven', 'event-based', 'per event', 'per occurrence', 'on demand', 'ad hoc', 'as needed'],
    continuous: ['continuously', 'ongoing'],
  },
  type: {
    manual: [],
    automated: ['automatic', 'auto'],
    it_dependent: ['it-dependent manual', 'itdm'],
  },
  nature: {
    preventive: ['preventative', 'prevent'],
    detective: ['detect'],
    corrective: ['correct'],
  },
}

/** Case, spaces and dashes make no other word. */
const bare = (text: string) => text.toLowerCase().replaceAll(/[^a-z]/g, '')

/** @returns what a text means for a field of a control, or `undefined` where it is no word for any of its values */
export function readWord<F extends keyof ControlWords>(field: F, text: string): ControlWords[F] | undefined {
  // Only letters are compared, and "2 x monthly" is not monthly.
  if (/[^A-Za-z\s_-]/.test(text)) return undefined
  const words = Object.entries<readonly string[]>(otherWords[field])
  const found = words.find(([value, others]) => [value, ...others].some((word) => bare(word) === bare(text)))
  return found?.[0] as ControlWords[F] | undefined
}
