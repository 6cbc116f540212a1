/**
 * What a paper comes to that was changed here and elsewhere: each field from the side that changed it.
 * @param kept what both began with @param typed what it became here @param stored what it became elsewhere
 * @returns the fields, or `null` where both sides changed one and do not say the same
 */
export function mergedFields<Fields extends Record<string, unknown>>(
  kept: Fields,
  typed: Fields,
  stored: Fields,
): Fields | null {
  const merged = { ...typed }
  for (const field in typed) {
    if (isSame(stored[field], kept[field])) continue
    if (!isSame(typed[field], kept[field]) && !isSame(typed[field], stored[field])) return null
    merged[field] = stored[field]
  }
  return merged
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
