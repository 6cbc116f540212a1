import sodium from 'sodium-native'
import { wipe } from '../../../db/sodium/wipe.ts'
import { writePublicKey } from './sshPublicKey.ts'

/** The 32-byte seed of an Ed25519 key (RFC 8032) is what a store keeps; the rest is computed from it. */
export const privateKeyBytes = 32

/**
 * A new Ed25519 signing key.
 * @param comment goes with the public key, for people: a name
 * @returns the public key in SSH text form, and the 32-byte seed
 */
export function newSigningKey(
  random: (size: number) => Uint8Array,
  comment = '',
): { publicKey: string; privateKey: Buffer } {
  const privateKey = Buffer.from(random(privateKeyBytes))
  return { publicKey: publicKeyOf(privateKey, comment), privateKey }
}

/** @returns the public key of a seed, in SSH text form */
export function publicKeyOf(privateKey: Uint8Array, comment = ''): string {
  const { publicKey, secretKey } = expandSeed(privateKey)
  wipe(secretKey)
  return writePublicKey(publicKey, comment)
}

/** @returns the 32-byte public key and the 64-byte Ed25519 signature of `message` */
export function signDetached(privateKey: Uint8Array, message: Uint8Array): { publicKey: Buffer; signature: Buffer } {
  const { publicKey, secretKey } = expandSeed(privateKey)
  const signature = Buffer.alloc(64)
  sodium.crypto_sign_detached(signature, message, secretKey)
  wipe(secretKey)
  return { publicKey, signature }
}

/**
 * Verifies by libsodium, which refuses an `S` that is not reduced, keys and points of small order, the zero key and encodings
 * that are not canonical, alike in Node and in Electron.
 */
export function verifyDetached(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return sodium.crypto_sign_verify_detached(signature, message, publicKey)
}

/** @returns both halves of the key of a seed; the secret one is to be wiped */
export function expandSeed(privateKey: Uint8Array): { publicKey: Buffer; secretKey: Buffer } {
  const publicKey = Buffer.alloc(32)
  const secretKey = Buffer.alloc(64)
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, privateKey)
  return { publicKey, secretKey }
}
