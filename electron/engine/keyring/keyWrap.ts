import { hkdfSync } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import canonicalize from 'canonicalize'
import { xchacha20Poly1305 } from '../../../db/sodium/aead.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import type { Keyring, Wrap, WrapKind } from './keyringForm.ts'

export const dataKeyBytes = 32

/** What opens a wrap: the bytes of a passphrase, or those of a recovery code. */
export type Secret = { kind: WrapKind; bytes: Uint8Array }

/**
 * Wraps the data key. Store, kind of wrap and every parameter of the derivation are authenticated with it, so a wrap of another
 * store or with changed cost does not open.
 */
export async function sealKey<K extends WrapKind>(
  storeId: string,
  kind: K,
  kdf: Wrap<K>['kdf'],
  secret: Uint8Array,
  nonce: Uint8Array,
  dataKey: Uint8Array,
): Promise<{ kdf: Wrap<K>['kdf']; nonce: string; sealedKey: string }> {
  const key = await derive(kdf, secret)
  const sealedKey = Buffer.alloc(dataKeyBytes + 16)
  xchacha20Poly1305.seal(sealedKey, dataKey, boundText(storeId, kind, kdf), nonce, key)
  wipe(key)
  return { kdf, nonce: Buffer.from(nonce).toString('base64'), sealedKey: sealedKey.toString('base64') }
}

/** @returns the data key, or `null` where the secret is not the one of this wrap */
export async function openKey(keyring: Keyring, { kind, bytes }: Secret): Promise<Buffer | null> {
  const { kdf, nonce, sealedKey } = keyring[kind]
  const key = await derive(kdf, bytes)
  const dataKey = Buffer.alloc(dataKeyBytes)
  const bound = boundText(keyring.storeId, kind, kdf)
  const opened = xchacha20Poly1305.open(
    dataKey,
    Buffer.from(sealedKey, 'base64'),
    bound,
    Buffer.from(nonce, 'base64'),
    key,
  )
  wipe(key)
  return opened ? dataKey : null
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

function boundText(storeId: string, kind: WrapKind, kdf: Wrap['kdf']): Buffer {
  return Buffer.from(canonicalize({ format: 'tickmark-keyring', version: 1, storeId, wrap: kind, kdf }) ?? '', 'utf8')
}
