import { createHash } from 'node:crypto'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { signDetached, verifyDetached } from './signingKey.ts'
import { publicKeyBytes, wire, writePublicKey } from './sshPublicKey.ts'
import { keyPrefix, signaturePrefix, sshString } from './sshWire.ts'

/**
 * What a signature is for, signed with it: a signature made for one purpose is never valid for another.
 * (OpenSSH, PROTOCOL.sshsig.)
 */
export type SignatureNamespace = 'tickmark-bundle' | 'tickmark-checkpoint' | 'tickmark-release'

const magic = Buffer.from('SSHSIG', 'latin1')
const version = Buffer.from([0, 0, 0, 1])
const hashName = 'sha512'
const begin = '-----BEGIN SSH SIGNATURE-----\n'
const end = '-----END SSH SIGNATURE-----\n'
const lineLength = 70

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
  const signature = blob.subarray(-64)
  if (publicKey.length !== publicKeyBytes || signature.length !== 64) refuse('it is not an SSH signature')
  const expected = Buffer.from(armored(namespace, publicKey, signature), 'latin1')
  if (!expected.equals(armor)) refuse(`it is not in the one valid form for ${namespace}`)
  if (!verifyDetached(publicKey, signedText(namespace, message), signature))
    refuse('the text or the signature was changed')
  return writePublicKey(publicKey)
}

function signedText(namespace: SignatureNamespace, message: Uint8Array): Buffer {
  const digest = createHash(hashName).update(message).digest()
  return Buffer.concat([magic, sshString(namespace), sshString(''), sshString(hashName), sshString(digest)])
}

function armored(namespace: SignatureNamespace, publicKey: Uint8Array, signature: Uint8Array): string {
  const blob = Buffer.concat([
    magic,
    version,
    sshString(wire(publicKey)),
    sshString(namespace),
    sshString(''),
    sshString(hashName),
    sshString(Buffer.concat([signaturePrefix, signature])),
  ]).toString('base64')
  const lines = blob.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return `${begin}${lines.join('\n')}\n${end}`
}

function refuse(reason: string): never {
  throw new DomainError('bundle.signature_invalid', { reason })
}
