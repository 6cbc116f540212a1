import { createHash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { wordsOf } from '../keyring/words.ts'
import { ed25519Name, keyPrefix } from './sshWire.ts'

export const publicKeyBytes = 32

/** @param key 32 bytes of an Ed25519 key @returns the SSH text form `ssh-ed25519 AAAA… comment` */
export function writePublicKey(key: Uint8Array, comment = ''): string {
  const tidy = comment.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').trim()
  return `${ed25519Name} ${wire(key).toString('base64')}${tidy === '' ? '' : ` ${tidy}`}`
}

/**
 * Reads the SSH text form of an Ed25519 key; the comment says nothing and is dropped.
 * @returns its 32 bytes
 * @throws DomainError `bundle.invalid_key`
 */
export function readPublicKey(text: string): Buffer {
  const [name, body, ...comment] = text.split(' ')
  if (name !== ed25519Name || body === undefined) refuse('it does not begin with ssh-ed25519')
  if (/\p{Cc}/u.test(comment.join(' '))) refuse('it is not one line')
  const blob = Buffer.from(body, 'base64')
  // One key has one text: anything that decodes to the same bytes in another spelling is refused.
  if (blob.toString('base64') !== body) refuse('its base64 is not in the usual form')
  if (blob.length !== keyPrefix.length + publicKeyBytes || !blob.subarray(0, keyPrefix.length).equals(keyPrefix)) {
    refuse('it is not an Ed25519 key')
  }
  return blob.subarray(keyPrefix.length)
}

/** @returns `SHA256:…` as `ssh-keygen -l` prints it @throws DomainError `bundle.invalid_key` */
export function keyFingerprint(publicKey: string): string {
  return `SHA256:${hashOf(publicKey).toString('base64').replace(/=+$/, '')}`
}

/** The fingerprint as eight words (88 bits), to be compared by voice. @throws DomainError `bundle.invalid_key` */
export function keyWords(publicKey: string): string {
  return wordsOf(hashOf(publicKey), 8).join(' ')
}

/**
 * A line for ssh-keygen's `allowed_signers`, which says whose key may sign in which namespace.
 * @param principal a name without spaces, commas, quotes or wildcards
 */
export function allowedSignersLine(principal: string, namespace: string, publicKey: string): string {
  if (!/^[A-Za-z0-9._@+-]+$/.test(principal)) throw new RangeError('A principal is one plain word')
  return `${principal} namespaces="${namespace}" ${writePublicKey(readPublicKey(publicKey))}\n`
}

/** SSH's binary form of a key, which fingerprints and signatures hold. */
export function wire(key: Uint8Array): Buffer {
  return Buffer.concat([keyPrefix, key])
}

function hashOf(publicKey: string): Buffer {
  return createHash('sha256')
    .update(wire(readPublicKey(publicKey)))
    .digest()
}

function refuse(problem: string): never {
  throw new DomainError('bundle.invalid_key', { problem })
}
