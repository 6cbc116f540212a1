import type { Reader } from '../../../db/reader.ts'
import type { FormerPractitioner } from '../../../shared/contract/practitioner.ts'
import type { Practitioner } from '../../../shared/contract/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { EntityRow } from '../../../shared/model/entities.ts'
import { keyFingerprint } from '../bundle/sshPublicKey.ts'

/** @returns the practitioners of a store, by name and then by id: an order that does not hang on ids drawn at random */
export function practitionersOf(reader: Reader): Practitioner[] {
  return rows(reader)
    .filter(({ leftAt }) => leftAt === null)
    .map(describe)
}

/** @returns the practitioners who left a store, in the same order */
export function formerPractitionersOf(reader: Reader): FormerPractitioner[] {
  return rows(reader).flatMap((row) =>
    row.leftAt === null ? [] : [{ ...describe(row), leftAt: row.leftAt, leftBecause: row.leftBecause ?? '' }],
  )
}

/** Whether a practitioner was of this store and is no longer: what only they could finish, somebody who leads finishes. */
export function hasLeft(reader: Reader, practitionerId: string): boolean {
  return (reader.get('practitioner', practitionerId)?.leftAt ?? null) !== null
}

/**
 * @returns the practitioner whose keys opened the keyring
 * @throws DomainError `practitioner.left` for one whom an older copy of the keyring still lets in, `store.damaged` where the
 *   store does not know them
 */
export function practitionerOf(reader: Reader, practitionerId: string): Practitioner {
  const found = reader.get('practitioner', practitionerId)
  if (found === undefined) throw new DomainError('store.damaged', { problem: 'It does not know who opened it.' })
  const { name, leftAt } = found
  if (leftAt !== null) throw new DomainError('practitioner.left', { name, leftOn: leftAt.slice(0, 10) })
  return describe(found)
}

function rows(reader: Reader): EntityRow<'practitioner'>[] {
  return reader
    .list('practitioner', {})
    .toSorted((one, other) => one.name.localeCompare(other.name) || one.id.localeCompare(other.id))
}

function describe({ id, name, initials, role, publicKey }: EntityRow<'practitioner'>): Practitioner {
  return {
    practitionerId: id,
    name,
    initials,
    role: role as Practitioner['role'],
    publicKey,
    fingerprint: keyFingerprint(publicKey),
  }
}
