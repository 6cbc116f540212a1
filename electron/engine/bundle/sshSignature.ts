import { hash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { signDetached, verifyDetached } from './signingKey.ts'
import { publicKeyBytes, writePublicKey } from './sshPublicKey.ts'
import { keyPrefix, signaturePrefix, sshString } from './sshWire.ts'

/**
 * What a signature is for, signed with it: a signature made for one purpose is never valid for another.
 * (OpenSSH, PROTOCOL.sshsig.)
 */
export type SignatureNamespace = 'tickmark-bundle' | 'tickmark-checkpoint' | 'tickmark-release'

const magic = Buffer.from('SSHSIG', 'latin1')
const version = Buffer.from([0, 0, 0, 1])
const hashName = 'sha512'
const signatureBytes = 64
const begin = '-----BEGIN SSH SIGNATURE-----\n'
const end = '-----END SSH SIGNATURE-----\n'
const lineLength = 70

const lengthOf = (bytes: number): Buffer => Buffer.from([0, 0, 0, bytes])
const digestPrefix = lengthOf(64)
const beforeKey = Buffer.concat([lengthOf(keyPrefix.length + publicKeyBytes), keyPrefix])
const beforeSignature = Buffer.concat([lengthOf(signaturePrefix.length + signatureBytes), signaturePrefix])

/**
 * Signs a message in the SSH signature format.
 * @param privateKey 32-byte seed
 * @returns the armored signature that `ssh-keygen -Y verify` accepts
 */
export function signSsh(namespace: SignatureNamespace, message: Uint8Array, privateKey: Uint8Array): string {
  const { publicKey, signature } = signDetached(privateKey, signedText(namespace, message))
  return armored(namespace, publicKey, signature)
}

/**
 * Verifies an armored signature. Only the one spelling that {@link signSsh} writes is accepted, so no byte of it can be changed.
 * @returns the signer's public key in SSH text form: whether it is known is for the caller to say
 * @throws DomainError `bundle.signature_invalid`
 */
export function verifySsh(namespace: SignatureNamespace, message: Uint8Array, armor: Uint8Array): string {
  const blob = Buffer.from(Buffer.from(armor).toString('latin1').slice(begin.length, -end.length), 'base64')
  // Every field has a fixed length, so key and signature lie at fixed places; writing them again shows whether all else fits.
  const keyAt = magic.length + version.length + 4 + keyPrefix.length
  const publicKey = blob.subarray(keyAt, keyAt + publicKeyBytes)
  const signature = blob.subarray(-signatureBytes)
  if (publicKey.length !== publicKeyBytes || signature.length !== signatureBytes) refuse('it is not an SSH signature')
  const expected = Buffer.from(armored(namespace, publicKey, signature), 'latin1')
  if (!expected.equals(armor)) refuse(`it is not in the one valid form for ${namespace}`)
  if (!verifyDetached(publicKey, signedText(namespace, message), signature))
    refuse('the text or the signature was changed')
  return writePublicKey(publicKey)
}

function signedText(namespace: SignatureNamespace, message: Uint8Array): Buffer {
  return Buffer.concat([magic, framing(namespace), digestPrefix, hash(hashName, message, 'buffer')])
}

function armored(namespace: SignatureNamespace, publicKey: Uint8Array, signature: Uint8Array): string {
  const parts = [magic, version, beforeKey, publicKey, framing(namespace), beforeSignature, signature]
  const lines =
    Buffer.concat(parts)
      .toString('base64')
      .match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return `${begin}${lines.join('\n')}\n${end}`
}

/** Thousands of signatures are verified after a store was opened: what they have in common is written once. */
const framings = new Map<SignatureNamespace, Buffer>()

/** @returns namespace, reserved text and name of the hash, as they stand in every signature */
function framing(namespace: SignatureNamespace): Buffer {
  const known = framings.get(namespace)
  if (known !== undefined) return known
  const written = Buffer.concat([sshString(namespace), sshString(''), sshString(hashName)])
  framings.set(namespace, written)
  return written
}

function refuse(reason: string): never {
  throw new DomainError('bundle.signature_invalid', { reason })
}
