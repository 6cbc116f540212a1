import { hkdfSync } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import canonicalize from 'canonicalize'
import { xchacha20Poly1305 } from '../../../db/sodium/aead.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import type { Wrap, WrapKind } from './keyringForm.ts'

export const dataKeyBytes = 32
/** The data key of the store, then the 32-byte seed of the practitioner's signing key. */
const keysBytes = dataKeyBytes + 32

/** What a practitioner holds: the key that the store is encrypted with, and the seed of their own Ed25519 key (RFC 8032). */
export type Keys = { dataKey: Uint8Array; signingKey: Uint8Array }

/** Whose keys they are, of which store: authenticated with them, so that a wrap of another does not open. */
export type Owner = { storeId: string; practitionerId: string }

/** What opens a wrap: the bytes of a passphrase, or those of a recovery code. */
export type Secret = { kind: WrapKind; bytes: Uint8Array }

/** Wraps keys. Store, owner, kind of wrap and every parameter of the derivation are authenticated with them. */
export async function sealKeys<K extends WrapKind>(
  owner: Owner,
  kind: K,
  kdf: Wrap<K>['kdf'],
  secret: Uint8Array,
  nonce: Uint8Array,
  { dataKey, signingKey }: Keys,
): Promise<{ kdf: Wrap<K>['kdf']; nonce: string; sealedKeys: string }> {
  const key = await derive(kdf, secret)
  const keys = Buffer.concat([dataKey, signingKey], keysBytes)
  const sealedKeys = Buffer.alloc(keysBytes + 16)
  xchacha20Poly1305.seal(sealedKeys, keys, boundText(owner, kind, kdf), nonce, key)
  wipe(key, keys)
  return { kdf, nonce: Buffer.from(nonce).toString('base64'), sealedKeys: sealedKeys.toString('base64') }
}

/** @returns the keys as they were sealed, or `null` where the secret is not the one of this wrap */
export async function openKeys(owner: Owner, wrap: Wrap, { kind, bytes }: Secret): Promise<Keys | null> {
  const { kdf, nonce, sealedKeys } = wrap
  const key = await derive(kdf, bytes)
  const keys = Buffer.alloc(keysBytes)
  const bound = boundText(owner, kind, kdf)
  const opened = xchacha20Poly1305.open(
    keys,
    Buffer.from(sealedKeys, 'base64'),
    bound,
    Buffer.from(nonce, 'base64'),
    key,
  )
  wipe(key)
  return opened ? { dataKey: keys.subarray(0, dataKeyBytes), signingKey: keys.subarray(dataKeyBytes) } : null
}

async function derive(kdf: Wrap['kdf'], secret: Uint8Array): Promise<Uint8Array> {
  const salt = Buffer.from(kdf.salt, 'base64')
  // 128 random bits cannot be guessed, so the recovery code needs no costly derivation.
  if (kdf.name === 'hkdf-sha256') {
    return new Uint8Array(hkdfSync('sha256', secret, salt, 'tickmark recovery code', xchacha20Poly1305.keyBytes))
  }
  // The library's defaults are Argon2id and version 0x13; the self-test holds them.
  return await hashRaw(secret, {
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    salt,
    outputLen: xchacha20Poly1305.keyBytes,
  })
}

function boundText({ storeId, practitionerId }: Owner, kind: WrapKind, kdf: Wrap['kdf']): Buffer {
  const bound = { format: 'tickmark-keyring', version: 1, storeId, practitionerId, wrap: kind, kdf }
  return Buffer.from(canonicalize(bound) ?? '', 'utf8')
}
