import { hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import Database from 'better-sqlite3'
import sodium from 'sodium-native'
import { canonicalJson, type Json } from './canonicalJson.ts'
import { Refusal } from './refusal.ts'

/**
 * A second way into a store, written from docs/SECURITY.md ("How a store is encrypted") and from nothing else: what somebody does
 * who has the passphrase and no Tickmark.
 */
type Wrap = {
  kdf: { salt: string; memoryKiB: number; passes: number; lanes: number }
  nonce: string
  sealedKeys: string
  handedOn?: string[]
}
type Keyring = { storeId: string; people: { practitionerId: string; passphrase: Wrap }[] }

/** @returns the tables of a store, read only */
export async function openTables(folder: string, passphrase: string): Promise<Database.Database> {
  const dataKey = await dataKeyOf(folder, passphrase)
  const tables = new Database(join(folder, 'store.db'), { fileMustExist: true, readonly: true })
  tables.pragma(`cipher='chacha20'`)
  tables.pragma(`key="x'${dataKey.toString('hex')}'"`)
  return tables
}

async function dataKeyOf(folder: string, passphrase: string): Promise<Buffer> {
  const { storeId, people } = JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')) as Keyring
  for (const { practitionerId, passphrase: wrap } of people) {
    const { kdf, nonce, sealedKeys } = wrap
    const key = await hashRaw(Buffer.from(passphrase.normalize('NFKC')), {
      salt: Buffer.from(kdf.salt, 'base64'),
      memoryCost: kdf.memoryKiB,
      timeCost: kdf.passes,
      parallelism: kdf.lanes,
      outputLen: 32,
    })
    const bound = { format: 'tickmark-keyring', version: 1, storeId, practitionerId, wrap: 'passphrase', kdf }
    const keys = Buffer.alloc(64)
    const sealed = Buffer.from(sealedKeys, 'base64')
    const text = Buffer.from(canonicalJson(bound as Json))
    try {
      sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(keys, null, sealed, text, Buffer.from(nonce, 'base64'), key)
    } catch {
      continue // The passphrase is not this person's.
    }
    let dataKey: Buffer = keys.subarray(0, 32)
    for (const box of wrap.handedOn ?? []) {
      dataKey = nextKey({ storeId, practitionerId }, keys.subarray(32), dataKey, box)
    }
    return dataKey
  }
  throw new Refusal('nobody has this passphrase')
}

function nextKey(who: Record<string, string>, seed: Buffer, before: Buffer, box: string): Buffer {
  const signing = { public: Buffer.alloc(32), secret: Buffer.alloc(64) }
  sodium.crypto_sign_seed_keypair(signing.public, signing.secret, seed)
  const ours = { public: Buffer.alloc(32), secret: Buffer.alloc(32) }
  sodium.crypto_sign_ed25519_pk_to_curve25519(ours.public, signing.public)
  sodium.crypto_sign_ed25519_sk_to_curve25519(ours.secret, signing.secret)
  const inner = Buffer.alloc(72)
  if (!sodium.crypto_box_seal_open(inner, Buffer.from(box, 'base64'), ours.public, ours.secret))
    throw new Refusal('the data key was handed on to somebody else')
  const key = Buffer.from(hkdfSync('sha256', before, '', 'tickmark data key handed on', 32))
  const bound = Buffer.from(canonicalJson({ format: 'tickmark-keyring', version: 1, ...who, handedOn: true }))
  const next = Buffer.alloc(32)
  sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(next, null, inner.subarray(24), bound, inner.subarray(0, 24), key)
  return next
}

const chunk = 65_536

/** @returns the plain bytes of a file of the folder `evidence` */
export function openStoredFile(folder: string, storedName: string, key: Buffer): Buffer {
  const sealed = readFileSync(join(folder, 'evidence', storedName))
  if (!sealed.toString('latin1').startsWith('tickmark-blob/1\n')) throw new Refusal('not a stored file')
  const parts: Buffer[] = []
  for (let at = 16, number = 0; at < sealed.length; at += chunk + 16, number += 1) {
    const part = sealed.subarray(at, at + chunk + 16)
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(number, 7)
    nonce[11] = at + chunk + 16 >= sealed.length ? 1 : 0
    const plain = Buffer.alloc(part.length - 16)
    sodium.crypto_aead_chacha20poly1305_ietf_decrypt(plain, null, part, null, nonce, key)
    parts.push(plain)
  }
  return Buffer.concat(parts)
}
