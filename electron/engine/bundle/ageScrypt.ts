import { randomBytes, scrypt } from 'node:crypto'
import { Stanza, type Identity, type Recipient } from 'age-encryption'
import { chacha20Poly1305, tagBytes } from '../../../db/sodium/aead.ts'
import { wipe } from '../../../db/sodium/wipe.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'

/** The passphrase recipient of age v1 (age-encryption.org/v1, "scrypt"), on the native scrypt: the library's own is JavaScript. */
const label = Buffer.from('age-encryption.org/v1/scrypt', 'latin1')

/** Work factors are base-2 logarithms: 18 needs 256 MiB and about 0.7 s, the same as `age`; each step more doubles both. */
export const usualWorkFactor = 18
export const largestWorkFactor = 19

const zeroNonce = Buffer.alloc(chacha20Poly1305.nonceBytes)
const fileKeyBytes = 16

/** @param workFactor lower than {@link usualWorkFactor} only in tests */
export function scryptRecipient(passphrase: string, workFactor = usualWorkFactor): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16)
      const key = await passphraseKey(passphrase, salt, workFactor)
      const body = Buffer.alloc(fileKeyBytes + tagBytes)
      chacha20Poly1305.seal(body, fileKey, null, zeroNonce, key)
      wipe(key)
      return [new Stanza(['scrypt', unpadded(salt), String(workFactor)], body)]
    },
  }
}

/** Throws `bundle.damaged` for a malformed stanza and `bundle.work_too_high`, both before any work is done. */
export function scryptIdentity(passphrase: string): Identity {
  return {
    async unwrapFileKey(stanzas) {
      const stanza = stanzas.find(({ args }) => args[0] === 'scrypt')
      if (!stanza) return null
      const { salt, workFactor } = readStanza(stanza)
      const key = await passphraseKey(passphrase, salt, workFactor)
      const fileKey = Buffer.alloc(fileKeyBytes)
      const opened = chacha20Poly1305.open(fileKey, stanza.body, null, zeroNonce, key)
      wipe(key)
      return opened ? fileKey : null
    },
  }
}

function readStanza({ args, body }: Stanza): { salt: Buffer; workFactor: number } {
  const [, saltText, workText, ...more] = args
  if (saltText === undefined || workText === undefined || more.length > 0) malformed()
  const salt = Buffer.from(saltText, 'base64')
  if (salt.length !== 16 || unpadded(salt) !== saltText || body.length !== fileKeyBytes + tagBytes) malformed()
  if (!/^[1-9][0-9]*$/.test(workText)) malformed()
  const workFactor = Number(workText)
  if (workFactor > largestWorkFactor) {
    throw new DomainError('bundle.work_too_high', { found: workText, limit: largestWorkFactor, part: 'header' })
  }
  return { salt, workFactor }
}

async function passphraseKey(passphrase: string, salt: Uint8Array, workFactor: number): Promise<Buffer> {
  const cost = { N: 2 ** workFactor, r: 8, p: 1 }
  // What scrypt needs (RFC 7914, section 6), and some room for how a library counts it.
  const maxmem = 128 * cost.N * cost.r + 1024 * 1024
  const secret = Buffer.from(passphrase, 'utf8')
  const derived = await new Promise<Buffer>((resolve, reject) => {
    const options = { ...cost, maxmem }
    scrypt(secret, Buffer.concat([label, salt]), 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
  wipe(secret)
  return derived
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '')
}

function malformed(): never {
  throw new DomainError('bundle.damaged', { part: 'header' })
}
