/** What of two engagements is compared, in the order of the screen. */
export const comparedKinds = [
  'controls',
  'criteria',
  'commitments',
  'organisations',
  'complementary',
  'tests',
  'populations',
  'samples',
  'deviations',
  'conclusions',
  'opinion',
  'requests',
] as const
export type ComparedKind = (typeof comparedKinds)[number]

export const comparedChanges = ['added', 'changed', 'removed', 'unchanged'] as const
export type ComparedChange = (typeof comparedChanges)[number]

/** A field of a paper as both engagements say it; `null` where that one has no such paper, or says nothing. */
export type ComparedField = { field: string; before: string | null; after: string | null }

/** One paper of either engagement, or of both. */
export type ComparedRow = {
  /** Stays the same for the same two papers. */
  id: string
  kind: ComparedKind
  change: ComparedChange
  ref: string
  title: string
  /** The control of this engagement that it is of, where there is one. */
  controlId: string | null
  /** Every field of a paper that only one has; those that differ of one that both have. */
  fields: ComparedField[]
}

/** A paper to be compared: what it is called, and its fields as text. */
export type ComparedPaper = {
  id: string
  /** What it is matched by where no origin says it. */
  key: string
  ref: string
  title: string
  /** The control of its own engagement that it is of. */
  controlId: string | null
  fields: Readonly<Record<string, string | null>>
}

/** What one engagement says, kind by kind. */
export type ComparedFacts = Readonly<Record<ComparedKind, readonly ComparedPaper[]>>
