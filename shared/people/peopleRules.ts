import type { PractitionerRole } from '../contract/store.ts'
import { DomainError } from '../errors/domainError.ts'

/** A practitioner of a store, as the rules on people see them. */
export type Member = { practitionerId: string; role: PractitionerRole }

/** @returns whether a role directs the work: who holds it decides who works, and stands in for somebody who left (SQMS 1, AU-C 220) */
export function isLead(role: PractitionerRole): boolean {
  return role === 'partner' || role === 'manager'
}

/**
 * Whether a practitioner may give another, or themselves, a role. A store in which nobody leads yet takes it from anybody; one
 * that has a partner or a manager is never left without.
 * @param people those of the store, the two among them
 * @throws DomainError `practitioner.lead_required`, `practitioner.partner_required`, `practitioner.last_lead`
 */
export function checkRoleChange(
  actor: Member,
  person: Member,
  role: PractitionerRole,
  people: readonly Member[],
): void {
  requireLead(actor, people)
  if (person.role === role) return
  if (person.role === 'partner' || role === 'partner') requirePartner(actor, people)
  const others = people.filter(({ practitionerId }) => practitionerId !== person.practitionerId)
  if (others.length === 0) return
  if (person.role === 'partner' && others.every((one) => one.role !== 'partner')) {
    throw new DomainError('practitioner.last_lead', { role: 'partner' })
  }
  if (isLead(person.role) && !isLead(role) && others.every((one) => !isLead(one.role))) {
    throw new DomainError('practitioner.last_lead', { role: 'partner or manager' })
  }
}

/**
 * Whether a practitioner may add somebody in a role. A store in which nobody leads yet takes everybody from anybody: a preparer
 * who begins alone adds the manager, and a first partner may come from whoever leads.
 * @param people those of the store, the actor among them
 * @throws DomainError `practitioner.lead_required`, `practitioner.partner_required`
 */
export function checkAdding(actor: Member, role: PractitionerRole, people: readonly Member[]): void {
  requireLead(actor, people)
  if (role === 'partner') requirePartner(actor, people)
}

/**
 * Whether a practitioner may let another go. Nobody goes by their own hand, so that somebody always stays.
 * @param people those of the store, the two among them
 * @throws DomainError `practitioner.not_yourself`, `practitioner.lead_required`, `practitioner.partner_required`
 */
export function checkLeaving(actor: Member, person: Member, people: readonly Member[]): void {
  if (actor.practitionerId === person.practitionerId) throw new DomainError('practitioner.not_yourself')
  requireLead(actor, people)
  if (person.role === 'partner') requirePartner(actor, people)
}

function requireLead(actor: Member, people: readonly Member[]): void {
  if (!isLead(actor.role) && people.some(({ role }) => isLead(role))) {
    throw new DomainError('practitioner.lead_required')
  }
}

function requirePartner(actor: Member, people: readonly Member[]): void {
  if (actor.role !== 'partner' && people.some(({ role }) => role === 'partner')) {
    throw new DomainError('practitioner.partner_required')
  }
}
