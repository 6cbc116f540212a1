/** The screens on which terms are explained, by the names of their addresses. */
export const termScreens = [
  'engagements',
  'settings',
  'keys',
  'search',
  'dashboard',
  'scope',
  'description',
  'controls',
  'control',
  'populations',
  'population',
  'sample',
  'sheet',
  'evidence',
  'tickmarks',
  'requests',
  'deviations',
  'conclusions',
  'iso',
  'narratives',
  'review',
  'gates',
  'report',
  'compare',
  'bundles',
  'journal',
] as const
export type TermScreen = (typeof termScreens)[number]

/** A word of the field, explained in own words. One word has one meaning, and one meaning one word. */
export type Term = {
  term: string
  meaning: string
  /** What the code calls it: an entity, a field of one, or a method. */
  code?: string
  /** What the screen or an auditor may say instead. */
  also?: string
  /** Where somebody meets it first. */
  screens: readonly TermScreen[]
}
