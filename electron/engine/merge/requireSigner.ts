import type { Reader } from '../../../db/reader.ts'
import type { SignerStanding } from '../../../shared/contract/signer.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

/**
 * Whether a signature may be believed for an import. The owner of a key that somebody confirmed by voice may; so may a store that
 * knows no signer yet take what it was handed, and it says so until somebody compares the words.
 * @param confirmed the fingerprint that the person compared, if any
 * @throws DomainError `bundle.unknown_signer`, `bundle.signer_not_valid`
 */
export function requireSigner(reader: Reader, standing: SignerStanding, confirmed: string | undefined): void {
  if (confirmed === standing.fingerprint) return
  const isUnknown = standing.status === 'unknown' || standing.status === 'other_key'
  const isFirstContact = isUnknown && confirmed === undefined && reader.list('signer', {}).length === 0
  if (!isFirstContact) requireKnownSigner(standing)
}

/** Whether a signature may be believed where nobody is asked. @throws DomainError `bundle.unknown_signer`, `bundle.signer_not_valid` */
export function requireKnownSigner(standing: SignerStanding): void {
  const { status, fingerprint, words, otherKeys, principal } = standing
  if (status === 'own' || status === 'known') return
  if (status === 'expired' || status === 'not_yet_valid') {
    const reason = status === 'expired' ? `it ended on ${standing.validBefore}` : `it begins on ${standing.validAfter}`
    throw new DomainError('bundle.signer_not_valid', { name: principal, fingerprint, words, reason })
  }
  throw new DomainError('bundle.unknown_signer', { fingerprint, words, otherKeys })
}
