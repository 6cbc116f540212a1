/** A paper with what it is known by where no origin is: the reference of a control, the name of a population. */
export type Matchable = { id: string; key: string }

export type MatchedBy = 'origin' | 'key'
/** A pair of papers, or one that only one of the two engagements has. */
export type Match = { id: string | null; priorId: string | null; by: MatchedBy | null }

/**
 * Which papers of two engagements are the same one: by the origin that a roll-forward kept, and for the others by their key,
 * spelled in whatever case. Each paper is of one pair at most; papers of one key are paired in their order.
 * @returns the pairs and what is new, in the order of `mine`, then what only the prior engagement has
 */
export function matchPapers(
  mine: readonly Matchable[],
  prior: readonly Matchable[],
  originOf: (id: string) => string | undefined,
): Match[] {
  const left = new Map(prior.map((paper) => [paper.id, paper]))
  const byOrigin = new Map<string, string>()
  for (const { id } of mine) {
    const origin = originOf(id)
    if (origin !== undefined && left.delete(origin)) byOrigin.set(id, origin)
  }
  const byKey = Map.groupBy(left.values(), ({ key }) => folded(key))
  const pairs = mine.map(({ id, key }): Match => {
    const origin = byOrigin.get(id)
    if (origin !== undefined) return { id, priorId: origin, by: 'origin' }
    const same = byKey.get(folded(key))?.shift()
    if (same === undefined) return { id, priorId: null, by: null }
    left.delete(same.id)
    return { id, priorId: same.id, by: 'key' }
  })
  return [...pairs, ...[...left.keys()].map((priorId): Match => ({ id: null, priorId, by: null }))]
}

const folded = (key: string) => key.trim().toLowerCase()
