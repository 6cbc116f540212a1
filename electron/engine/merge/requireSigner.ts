import type { Reader } from '../../../db/reader.ts'
import type { Confirmation, SignerStanding } from '../../../shared/contract/signer.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

/**
 * Whether somebody has to compare the words of a signer. The owner of a key that somebody confirmed by voice is believed; a store
 * that knows no signer yet may take what it was handed, and says so until somebody compares the words.
 */
export function confirmationOf(reader: Reader, { status }: Pick<SignerStanding, 'status'>): Confirmation {
  if (status === 'own' || status === 'known') return 'none'
  if (status === 'expired' || status === 'not_yet_valid') return 'before'
  return reader.list('signer', {}).length === 0 ? 'afterwards' : 'before'
}

/**
 * Whether a signature may be believed for an import.
 * @param confirmed the fingerprint that the person compared, if any
 * @throws DomainError `bundle.unknown_signer`, `bundle.signer_not_valid`
 */
export function requireSigner(reader: Reader, standing: SignerStanding, confirmed: string | undefined): void {
  if (confirmed === standing.fingerprint) return
  const isFirstContact = confirmed === undefined && confirmationOf(reader, standing) === 'afterwards'
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
