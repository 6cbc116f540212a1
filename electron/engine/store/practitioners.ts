import type { Reader } from '../../../db/reader.ts'
import type { Practitioner } from '../../../shared/contract/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { keyFingerprint } from '../bundle/sshPublicKey.ts'

/** @returns the practitioners of a store, by name and then by id: an order that does not hang on ids drawn at random */
export function practitionersOf(reader: Reader): Practitioner[] {
  return reader
    .list('practitioner', {})
    .map(({ id, name, initials, role, publicKey }) => ({
      practitionerId: id,
      name,
      initials,
      role: role as Practitioner['role'],
      publicKey,
      fingerprint: keyFingerprint(publicKey),
    }))
    .toSorted(
      (one, other) => one.name.localeCompare(other.name) || one.practitionerId.localeCompare(other.practitionerId),
    )
}

/** @returns the practitioner whose keys opened the keyring; @throws DomainError `store.damaged` where the store does not know them */
export function practitionerOf(reader: Reader, practitionerId: string): Practitioner {
  const found = practitionersOf(reader).find((one) => one.practitionerId === practitionerId)
  if (found === undefined) throw new DomainError('store.damaged', { problem: 'It does not know who opened it.' })
  return found
}
