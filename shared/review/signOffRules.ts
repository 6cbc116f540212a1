import { DomainError } from '../errors/domainError.ts'

/** In what capacity a paper is signed, in the order of the work. */
export const signOffRoles = ['preparer', 'reviewer', 'partner', 'quality_reviewer'] as const
export type SignOffRole = (typeof signOffRoles)[number]

/**
 * Who may sign as what: anybody of the team prepares; the detail review is a senior's, a manager's or a partner's; an
 * engagement quality reviewer is no member of the team and does nothing else (AU-C 220, SQMS 2).
 */
const mayBeSignedBy: Record<SignOffRole, readonly string[]> = {
  preparer: ['preparer', 'senior', 'manager', 'reviewer', 'partner'],
  reviewer: ['senior', 'manager', 'reviewer', 'partner'],
  partner: ['partner'],
  quality_reviewer: ['quality_reviewer'],
}

/** @returns whether a practitioner of this role may sign in this capacity */
export function maySignAs(role: SignOffRole, practitionerRole: string): boolean {
  return mayBeSignedBy[role].includes(practitionerRole)
}

/** @returns the capacity in which a practitioner usually signs */
export function usualSignOffRole(practitionerRole: string): SignOffRole {
  return signOffRoles.findLast((role) => maySignAs(role, practitionerRole)) ?? 'preparer'
}

/** A sign-off of the paper that was not withdrawn and whose signature is the signer's. */
export type StandingSignOff = { role: SignOffRole; by: string; contentSha256: string }

/** Somebody is about to sign a paper as it stands. */
export type SignOffWish = {
  role: SignOffRole
  by: string
  practitionerRole: string
  contentSha256: string
  standing: readonly StandingSignOff[]
  /** Notes on the paper that are not cleared; coaching does not count. */
  openNotes: number
}

/**
 * Checks the order and the separation of duties on one paper: who prepared does not review, and a review is of what the
 * preparer signed, with every question cleared (AT-C 105, AU-C 230.09c).
 * @throws DomainError `signOff.role_not_allowed`, `signOff.same_person`, `signOff.preparer_first`,
 *   `signOff.changed_since_preparer`, `signOff.open_notes`, `signOff.already_signed`
 */
export function checkSignOff(wish: SignOffWish): void {
  const { role, by, practitionerRole, contentSha256, standing, openNotes } = wish
  if (!maySignAs(role, practitionerRole)) throw new DomainError('signOff.role_not_allowed', { role, practitionerRole })
  const other = standing.find((one) => one.by === by && one.role !== role && areSeparate(one.role, role))
  if (other !== undefined) throw new DomainError('signOff.same_person', { role, signedAs: other.role })
  if (role !== 'preparer') {
    const prepared = standing.filter((one) => one.role === 'preparer')
    if (prepared.length === 0) throw new DomainError('signOff.preparer_first', { role })
    if (prepared.every((one) => one.contentSha256 !== contentSha256)) {
      throw new DomainError('signOff.changed_since_preparer')
    }
    if (openNotes > 0) throw new DomainError('signOff.open_notes', { count: openNotes })
  }
  if (standing.some((one) => one.role === role && one.by === by && one.contentSha256 === contentSha256)) {
    throw new DomainError('signOff.already_signed', { role })
  }
}

/** The same person may review and sign as partner; nobody prepares and reviews, and the quality review stands alone. */
function areSeparate(one: SignOffRole, other: SignOffRole): boolean {
  return [one, other].some((role) => role === 'preparer' || role === 'quality_reviewer')
}
