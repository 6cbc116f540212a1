import { hkdfSync } from 'node:crypto'
import canonicalize from 'canonicalize'
import sodium from 'sodium-native'
import { xchacha20Poly1305 } from '../../../db/sodium/aead.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { expandSeed } from '../bundle/signingKey.ts'
import { dataKeyBytes, type Keys, type Owner } from './keyWrap.ts'

const { nonceBytes, keyBytes } = xchacha20Poly1305
const innerBytes = nonceBytes + dataKeyBytes + 16
/** What libsodium's sealed box adds: the sender's one-time public key and the tag. */
const boxBytes = 48

/** Length of a data key that was handed on. */
export const handedOnBytes = innerBytes + boxBytes

/**
 * Hands a new data key on to somebody whose passphrase nobody else knows: readable with their seed alone, and made by somebody
 * who held the data key before it, so that whoever has only the disk cannot put a key of their own in its place.
 * @param publicKey 32 bytes of their Ed25519 key
 * @returns base64
 */
export function handOn(
  owner: Owner,
  publicKey: Uint8Array,
  { from, to }: { from: Uint8Array; to: Uint8Array },
  random: (size: number) => Uint8Array,
): string {
  const key = linkKey(from)
  const nonce = random(nonceBytes)
  const sealedKey = Buffer.alloc(dataKeyBytes + 16)
  xchacha20Poly1305.seal(sealedKey, to, boundText(owner), nonce, key)
  const recipient = Buffer.alloc(32)
  sodium.crypto_sign_ed25519_pk_to_curve25519(recipient, publicKey)
  const box = Buffer.alloc(handedOnBytes)
  sodium.crypto_box_seal(box, Buffer.concat([nonce, sealedKey]), recipient)
  wipe(key)
  return box.toString('base64')
}

/**
 * @param keys as they were before: the older data key is overwritten
 * @returns them with the data key that was handed on, or `null` where it is not for them, or not from whoever held the one before
 */
export function takeOver(owner: Owner, handedOn: string, { dataKey, signingKey }: Keys): Keys | null {
  const inner = openBox(Buffer.from(handedOn, 'base64'), signingKey)
  const key = linkKey(dataKey)
  wipe(dataKey)
  const next = Buffer.alloc(dataKeyBytes)
  const opened =
    inner !== null &&
    xchacha20Poly1305.open(next, inner.subarray(nonceBytes), boundText(owner), inner.subarray(0, nonceBytes), key)
  wipe(key)
  return opened ? { dataKey: next, signingKey } : null
}

function openBox(box: Buffer, seed: Uint8Array): Buffer | null {
  const { publicKey, secretKey } = expandSeed(seed)
  const [ours, secret] = [Buffer.alloc(32), Buffer.alloc(32)]
  sodium.crypto_sign_ed25519_pk_to_curve25519(ours, publicKey)
  sodium.crypto_sign_ed25519_sk_to_curve25519(secret, secretKey)
  const inner = Buffer.alloc(innerBytes)
  const opened = sodium.crypto_box_seal_open(inner, box, ours, secret)
  wipe(secretKey, secret)
  return opened ? inner : null
}

function linkKey(before: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', before, '', 'tickmark data key handed on', keyBytes))
}

function boundText({ storeId, practitionerId }: Owner): Buffer {
  return Buffer.from(
    canonicalize({ format: 'tickmark-keyring', version: 1, storeId, practitionerId, handedOn: true }) ?? '',
    'utf8',
  )
}
