/** @returns the fields of `after` that `before` does not have like this: only what differs is journaled */
export function differingFields<T extends Record<string, unknown>>(
  before: Record<string, unknown>,
  after: T,
): Partial<T> {
  return Object.fromEntries(
    Object.entries(after).filter(([field, value]) => JSON.stringify(before[field]) !== JSON.stringify(value)),
  ) as Partial<T>
}
