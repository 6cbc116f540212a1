import { createHash, hkdfSync, scryptSync } from 'node:crypto'
import { hashRawSync } from '@node-rs/argon2'
import sodium from 'sodium-native'
import { chacha20Poly1305, xchacha20Poly1305, type Aead } from '../../../db/sodium/aead.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

const hex = (text: string) => Buffer.from(text, 'hex')

const sunscreen = Buffer.from(
  "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
)
const aeadKey = hex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
const aeadBound = hex('50515253c0c1c2c3c4c5c6c7')

/** RFC 8439, section 2.8.2. */
const rfc8439 = {
  nonce: hex('070000004041424344454647'),
  sealed: hex(
    'd31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691',
  ),
}

/** draft-irtf-cfrg-xchacha-03, appendix A.3.1. */
const xchachaDraft = {
  nonce: hex('404142434445464748494a4b4c4d4e4f5051525354555657'),
  sealed: hex(
    'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49',
  ),
}

/** RFC 8032, section 7.1, test 2. */
const rfc8032 = {
  seed: hex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  publicKey: hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'),
  message: hex('72'),
  signature: hex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ),
}

const checks: Readonly<Record<string, () => boolean>> = {
  'ChaCha20-Poly1305': () => aeadHolds(chacha20Poly1305, rfc8439),
  'XChaCha20-Poly1305': () => aeadHolds(xchacha20Poly1305, xchachaDraft),
  Ed25519: ed25519Holds,
  // Reference implementation's own test: t = 2, m = 256 KiB, p = 1, version 0x13.
  Argon2id: () =>
    hashRawSync('password', {
      memoryCost: 256,
      timeCost: 2,
      parallelism: 1,
      salt: Buffer.from('somesalt'),
      outputLen: 32,
    }).equals(hex('9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe')),
  // RFC 7914, section 12, first vector.
  scrypt: () =>
    scryptSync('', '', 64, { N: 16, r: 1, p: 1 }).equals(
      hex(
        '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
      ),
    ),
  // RFC 5869, appendix A.1.
  'HKDF-SHA-256': () =>
    Buffer.from(
      hkdfSync('sha256', Buffer.alloc(22, 0x0b), hex('000102030405060708090a0b0c'), hex('f0f1f2f3f4f5f6f7f8f9'), 42),
    ).equals(hex('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865')),
  // FIPS 180-2, appendices B.1 and C.1.
  'SHA-256': () =>
    createHash('sha256').update('abc').digest('hex') ===
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
}

/**
 * Known answers for everything that keeps a secret or proves a fact. The engine runs it before it opens anything; about 3 ms.
 * @throws DomainError `crypto.self_test_failed` naming the first algorithm that does not give its published answer
 */
export function cryptoSelfTest(): void {
  for (const [algorithm, holds] of Object.entries(checks)) {
    if (!answers(holds)) throw new DomainError('crypto.self_test_failed', { algorithm })
  }
}

function answers(holds: () => boolean): boolean {
  try {
    return holds()
  } catch {
    return false
  }
}

/** Seals to the published text, opens it, and refuses it with one bit flipped. */
function aeadHolds(aead: Aead, { nonce, sealed }: { nonce: Buffer; sealed: Buffer }): boolean {
  const written = Buffer.alloc(sealed.length)
  aead.seal(written, sunscreen, aeadBound, nonce, aeadKey)
  const opened = Buffer.alloc(sunscreen.length)
  const opens = aead.open(opened, sealed, aeadBound, nonce, aeadKey)
  const altered = Buffer.from(sealed)
  altered[0] = (altered[0] ?? 0) ^ 1
  const refuses = !aead.open(Buffer.alloc(sunscreen.length), altered, aeadBound, nonce, aeadKey)
  return written.equals(sealed) && opens && opened.equals(sunscreen) && refuses
}

function ed25519Holds(): boolean {
  const publicKey = Buffer.alloc(32)
  const secretKey = Buffer.alloc(64)
  const signature = Buffer.alloc(64)
  sodium.crypto_sign_seed_keypair(publicKey, secretKey, rfc8032.seed)
  sodium.crypto_sign_detached(signature, rfc8032.message, secretKey)
  const verifies = sodium.crypto_sign_verify_detached(rfc8032.signature, rfc8032.message, rfc8032.publicKey)
  const refuses = !sodium.crypto_sign_verify_detached(rfc8032.signature, hex('73'), rfc8032.publicKey)
  return publicKey.equals(rfc8032.publicKey) && signature.equals(rfc8032.signature) && verifies && refuses
}
