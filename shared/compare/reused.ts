/** Something of this period, and what of an earlier one is the same. */
export type Reused<M, P> = { mine: M; prior: P }

/**
 * What both periods have, by what tells them apart: the SHA-256 of a file, a seed, an item of a control. Evidence of an earlier
 * period proves nothing of this one, and a seed that is known before the draw leaves nothing to chance.
 * @returns each thing of this period that the earlier one has as well, in order, with the first of there
 */
export function reused<M, P>(
  mine: readonly M[],
  prior: readonly P[],
  keyOf: { mine: (one: M) => string | null; prior: (one: P) => string | null },
): Reused<M, P>[] {
  const known = new Map<string, P>()
  for (const one of prior) {
    const key = keyOf.prior(one)
    if (key !== null && !known.has(key)) known.set(key, one)
  }
  return mine.flatMap((one) => {
    const key = keyOf.mine(one)
    const before = key === null ? undefined : known.get(key)
    return before === undefined ? [] : [{ mine: one, prior: before }]
  })
}
