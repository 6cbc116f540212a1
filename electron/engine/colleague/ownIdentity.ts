import { hkdfSync } from 'node:crypto'
import { bech32 } from '@scure/base'
import sodium from 'sodium-native'

/** Tells this use of the signing seed from any other (RFC 5869, `info`). */
const purpose = 'tickmark age x25519 identity v1'

/** The key with which a practitioner opens what colleagues encrypt for them, and the recipient that those need. */
export type OwnIdentity = { identity: string; recipient: string }

/**
 * The age identity of a practitioner. It is derived from the seed of their signing key by HKDF-SHA-256, so there is one secret
 * for each person, and whatever restores it restores both.
 * @param seed 32 bytes of an Ed25519 key
 */
export function ownIdentity(seed: Uint8Array): OwnIdentity {
  const scalar = new Uint8Array(hkdfSync('sha256', seed, new Uint8Array(0), purpose, 32))
  const publicKey = new Uint8Array(32)
  sodium.crypto_scalarmult_base(publicKey, scalar)
  return {
    identity: bech32.encode('age-secret-key-', bech32.toWords(scalar)).toUpperCase(),
    recipient: bech32.encode('age', bech32.toWords(publicKey)),
  }
}

/** Whether a text is the recipient of an X25519 key as `age-keygen` prints it. */
export function isRecipient(text: string): boolean {
  if (!/^age1[a-z0-9]{58}$/.test(text)) return false
  const decoded = bech32.decodeUnsafe(text)
  return decoded !== undefined && decoded.prefix === 'age' && bech32.fromWordsUnsafe(decoded.words)?.length === 32
}
