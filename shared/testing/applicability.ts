import type { Applicability } from '../contract/result.ts'

/** A sample as far as its size goes; items are those that were not replaced, in draw order. */
export type SizedSample = {
  sampleId: string
  items: readonly { sampleItemId: string; itemId: string }[]
  extensions: readonly { by: number; replaces: boolean }[]
  hasNextItem: boolean
}

/** Cells that do not apply. */
type NotApplicable = readonly { sampleItemId: string; attribute: string }[]

/**
 * What not applicable leaves of a sample. A rate is over the items that an attribute applies to, so each one that it does not
 * apply to makes the sample smaller than planned, until a further item of the same order stands for it.
 * @param sample `null` where the procedure has none
 * @param letters attributes of the procedure
 */
export function applicability(
  sample: SizedSample | null,
  letters: readonly string[],
  notApplicable: NotApplicable,
): Applicability {
  const items = sample?.items ?? []
  const extra = (sample?.extensions ?? []).reduce((sum, { by, replaces }) => sum + (replaces ? by : 0), 0)
  const planned = items.length - extra
  const lettersOf = new Map<string, Set<string>>()
  for (const { sampleItemId, attribute } of notApplicable) {
    lettersOf.set(sampleItemId, (lettersOf.get(sampleItemId) ?? new Set()).add(attribute))
  }
  const without = (letter: string) =>
    items.filter(({ sampleItemId }) => lettersOf.get(sampleItemId)?.has(letter)).length
  const attributes = letters.map((letter) => {
    const applicable = items.length - without(letter)
    return { letter, applicable, toReplace: Math.max(0, planned - applicable) }
  })
  return {
    sampleId: sample?.sampleId ?? null,
    planned,
    drawn: items.length,
    attributes,
    toReplace: Math.max(0, ...attributes.map(({ toReplace }) => toReplace)),
    items: items.flatMap(({ sampleItemId, itemId }) => {
      const its = letters.filter((letter) => lettersOf.get(sampleItemId)?.has(letter))
      return its.length === 0
        ? []
        : [{ sampleItemId, itemId, attributes: its, appliesToNone: its.length === letters.length }]
    }),
    hasNextItem: sample?.hasNextItem ?? false,
  }
}
