import type { Reader } from '../../../db/reader.ts'
import type { Practitioner } from '../../../shared/contract/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { keyFingerprint } from '../bundle/sshPublicKey.ts'

/** @returns the practitioners of a store, in the order in which they came */
export function practitionersOf(reader: Reader): Practitioner[] {
  return reader.list('practitioner', {}).map(({ id, name, initials, role, publicKey }) => ({
    practitionerId: id,
    name,
    initials,
    role: role as Practitioner['role'],
    publicKey,
    fingerprint: keyFingerprint(publicKey),
  }))
}

/** @returns who is signed in when a store is opened; @throws DomainError `store.damaged` for a store without practitioner */
export function firstPractitioner(reader: Reader): Practitioner {
  const [first] = practitionersOf(reader)
  if (first === undefined) throw new DomainError('store.damaged', { problem: 'It has no practitioner.' })
  return first
}
