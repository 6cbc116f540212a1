import type { JsonValue } from '../journal/change.ts'

/** Groups of papers that an auditor can leave out when an engagement is rolled forward. */
export const parts = [
  'scope',
  'thirdParties',
  'description',
  'narratives',
  'mappings',
  'frameworks',
  'procedures',
  'tickmarks',
  'requests',
  'followUps',
] as const
export type Part = (typeof parts)[number]

/**
 * What becomes of a field of a carried paper.
 * - `carried`: as it is. `choice`: as it is, unless the auditor leaves it out.
 * - `paper`, `papers`: the ids of papers that are carried as well; one without its paper is not carried.
 * - `actor`, `instant`: who rolls forward, and when. `firstDay`: no day before the new engagement. `set`: this value.
 * - `left`: never.
 */
export type FieldRule =
  | 'carried'
  | 'choice'
  | 'paper'
  | 'papers'
  | 'actor'
  | 'instant'
  | 'firstDay'
  | 'left'
  | { set: JsonValue }

/** How papers of one kind are carried, whichever it is. */
export type CarriedForm = {
  part: Part | 'always'
  id: 'new' | readonly string[]
  only?: Readonly<Record<string, JsonValue>>
  fields: Readonly<Record<string, FieldRule>>
}
