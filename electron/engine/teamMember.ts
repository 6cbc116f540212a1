import type { Reader } from '../../db/reader.ts'
import type { Practitioner } from '../../shared/contract/store.ts'
import { type Change, create, update } from '../../shared/journal/change.ts'

/** The journal's scope for what belongs to the store and to no engagement. */
export const storeScope = 'store'

/**
 * Whoever changes an engagement for the first time becomes known in it, with name and public key in the same entry:
 * so its journal, wherever it goes, says who each actor is. A role that was changed since goes along with their next change.
 */
export function withTeamMember(
  reader: Reader,
  outcome: { engagementId: string; changes: Change[] },
  actor: Practitioner,
): Change[] {
  const { engagementId, changes } = outcome
  const id = teamMemberId(engagementId, actor.practitionerId)
  if (engagementId === storeScope) return changes
  const { name, initials, role, publicKey } = actor
  const known = reader.get('teamMember', id)
  if (known === undefined) return [...changes, ...create('teamMember', id, { name, initials, role, publicKey })]
  return changes.length === 0 || known.role === role ? changes : [...changes, ...update('teamMember', id, { role })]
}

/** @returns the id of a practitioner within an engagement */
export function teamMemberId(engagementId: string, practitionerId: string): string {
  return `${engagementId}:${practitionerId}`
}
