/** What the auditor decided about a row; `null` while nothing is. */
export type Decision = 'exclude' | 'keep' | null

/** @returns whether rows that share an item id can be drawn from: at most one of them is not excluded */
export function isDuplicateSettled(decisions: readonly Decision[]): boolean {
  return decisions.filter((decision) => decision !== 'exclude').length <= 1
}

/** @returns whether a row outside the period was decided on: excluded, or kept for a reason */
export function isOutsiderSettled(decision: Decision): boolean {
  return decision !== null
}
