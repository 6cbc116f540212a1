/**
 * A sentence to begin the description of a failed cell with: what should have been, and what was noted. The auditor's own
 * words replace it.
 */
export function proposedCondition({
  itemId,
  letter,
  text,
  expected,
  note,
}: {
  itemId: string
  letter: string
  text: string
  expected: string | null
  note: string | null
}): string {
  const should = `${itemId} does not meet attribute ${letter} (${text})${expected === null ? '' : `, where ${expected} is expected`}.`
  return note === null || note.trim() === '' ? should : `${should} ${note.trim()}`
}
