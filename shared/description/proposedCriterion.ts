/** Words of a heading that point to a description criterion, the more telling first. */
const pointers: readonly (readonly [criterionId: string, words: RegExp])[] = [
  ['DC 6', /complementary user|user[- ]entit|\bcuecs?\b|controls? (expected|of) users?|customer responsibilit/i],
  ['DC 7', /subservice|sub-service|\bcsocs?\b/i],
  ['DC 8', /not (applicable|relevant)|do(es)? not apply|inapplicable/i],
  ['DC 9', /significant changes?|changes? (to|of|in|during)/i],
  ['DC 4', /incidents?/i],
  ['DC 2', /commitments?|system requirements?/i],
  ['DC 3', /components?|infrastructure|software|people|procedures?|\bdata\b|boundar/i],
  ['DC 5', /criteria|controls?\b/i],
  ['DC 1', /services?|overview|background|operations/i],
]

/**
 * @returns the description criterion under which a section with this heading most likely stands, or `null`; somebody looks at it.
 *   A heading that names one, such as `DC 3`, says it itself
 */
export function proposedDescriptionCriterion(heading: string): string | null {
  const named = /\bDC ?([1-9])\b/.exec(heading)?.[1]
  if (named !== undefined) return `DC ${named}`
  return pointers.find(([, words]) => words.test(heading))?.[0] ?? null
}
