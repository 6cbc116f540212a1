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
      return keys.subarray(0, 32)
    } catch {
      // The passphrase is not this person's.
    }
  }
  throw new Refusal('nobody has this passphrase')
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
