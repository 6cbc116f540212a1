import type { Reader } from '../../../db/reader.ts'
import { type Instants, validity } from '../../../shared/bundle/keyValidity.ts'
import type { SignerStanding } from '../../../shared/contract/signer.ts'
import { keyFingerprint, keyWords, readPublicKey } from '../bundle/sshPublicKey.ts'

/**
 * How far a signature can be believed by the lists of a store, whatever name its maker gives.
 * @param reader of the open store, or `null` without one: every signer is unknown then
 */
export function signerStanding(
  reader: Reader | null,
  { publicKey, name }: { publicKey: string; name: string },
  instants: Instants,
): SignerStanding {
  const facts = { publicKey, fingerprint: keyFingerprint(publicKey), words: keyWords(publicKey) }
  const none = { principal: null, validAfter: null, validBefore: null, otherKeys: [] }
  if (reader === null) return { status: 'unknown', ...facts, ...none }
  const own = reader.list('practitioner', {}).find((row) => isSameKey(row.publicKey, publicKey))
  if (own !== undefined) {
    // Who left may have taken the key along: what it signs counts no longer, and it is named.
    const status = own.leftAt === null ? 'own' : 'expired'
    return { status, ...facts, ...none, principal: own.name, validBefore: own.leftAt }
  }
  const signers = reader.list('signer', {})
  const found = signers.filter((row) => isSameKey(row.publicKey, publicKey))
  const [row] = found.toSorted((one) => (validity(one, instants) === 'valid' ? -1 : 1))
  if (row !== undefined) {
    const { principal, validAfter, validBefore } = row
    const valid = validity(row, instants)
    return { status: valid === 'valid' ? 'known' : valid, ...facts, principal, validAfter, validBefore, otherKeys: [] }
  }
  const otherKeys = signers
    .filter(({ principal }) => folded(principal) === folded(name))
    .map((other) => ({
      principal: other.principal,
      fingerprint: keyFingerprint(other.publicKey),
      words: keyWords(other.publicKey),
    }))
  return { status: otherKeys.length > 0 ? 'other_key' : 'unknown', ...facts, ...none, otherKeys }
}

/** Whether two texts hold the same key, whatever their comments. */
export function isSameKey(one: string, other: string): boolean {
  return readPublicKey(one).equals(readPublicKey(other))
}

const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase()
