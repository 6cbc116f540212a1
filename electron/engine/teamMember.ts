import type { Reader } from '../../db/reader.ts'
import type { Practitioner } from '../../shared/contract/store.ts'
import { type Change, create } from '../../shared/journal/change.ts'

/** The journal's scope for what belongs to the store and to no engagement. */
export const storeScope = 'store'

/**
 * Whoever changes an engagement for the first time becomes known in it, with name and public key in the same entry:
 * so its journal, wherever it goes, says who each actor is.
 */
export function withTeamMember(
  reader: Reader,
  outcome: { engagementId: string; changes: Change[] },
  actor: Practitioner,
): Change[] {
  const { engagementId, changes } = outcome
  const id = teamMemberId(engagementId, actor.practitionerId)
  if (engagementId === storeScope || reader.get('teamMember', id) !== undefined) return changes
  const { name, initials, role, publicKey } = actor
  return [...changes, ...create('teamMember', id, { name, initials, role, publicKey })]
}

/** @returns the id of a practitioner within an engagement */
export function teamMemberId(engagementId: string, practitionerId: string): string {
  return `${engagementId}:${practitionerId}`
}
