import { Decrypter, Encrypter, type Identity, type Recipient, type Stanza } from 'age-encryption'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { ByteReader } from './byteReader.ts'
import { scryptIdentity, scryptRecipient } from './ageScrypt.ts'

/** What a bundle is locked with: one passphrase, or the recipients (`age1…`) of named people. Never both. */
export type Lock = { passphrase: string; workFactor?: number } | { recipients: readonly string[] }

/** What a person has to open a bundle with. Identities are `AGE-SECRET-KEY-1…`. */
export type Unlock = { passphrase: string } | { identities: readonly string[] }

const versionLine = 'age-encryption.org/v1\n'
const anyVersion = /^age-encryption\.org\/(\S{1,20})\n/
const longestHeader = 256 * 1024
/** An empty payload: its nonce of 16 bytes and the tag of one empty chunk. */
const emptyPayload = 32

/**
 * Writes the textual header of an age file and draws its file key.
 * @throws DomainError `bundle.invalid_recipient`
 */
export async function writeAgeHeader(lock: Lock): Promise<{ header: Uint8Array; fileKey: Uint8Array }> {
  const encrypter = new Encrypter()
  for (const recipient of recipientsOf(lock)) encrypter.addRecipient(recipient)
  // The library gives the file key to every recipient; this one keeps it and writes nothing.
  let fileKey: Uint8Array | null = null
  const keeper: Recipient = {
    wrapFileKey: (key) => {
      fileKey = Uint8Array.from(key)
      return []
    },
  }
  encrypter.addRecipient(keeper)
  const file = await encrypter.encrypt(new Uint8Array(0))
  if (fileKey === null) throw new TypeError('The age library did not give the file key')
  return { header: file.subarray(0, file.length - emptyPayload), fileKey }
}

function recipientsOf(lock: Lock): (string | Recipient)[] {
  if ('passphrase' in lock) return [scryptRecipient(lock.passphrase, lock.workFactor)]
  if (lock.recipients.length === 0) throw new DomainError('bundle.unlock_required')
  for (const recipient of lock.recipients) requireRecipient(recipient)
  return [...lock.recipients]
}

/** X25519 recipients only: those are what every `age` opens. */
function requireRecipient(recipient: string): void {
  try {
    if (!/^age1[a-z0-9]{58}$/.test(recipient)) throw new TypeError('not an X25519 recipient')
    new Encrypter().addRecipient(recipient)
  } catch {
    throw new DomainError('bundle.invalid_recipient', { recipient })
  }
}

/**
 * Reads the header from the beginning of a file and opens it.
 * @param name shown where the file is none of ours
 * @returns the file key, to be wiped
 * @throws DomainError `bundle.not_a_bundle`, `bundle.unknown_format`, `bundle.incomplete`, `bundle.damaged`,
 *   `bundle.not_for_you`, `bundle.needs_passphrase`, `bundle.needs_identity`, `bundle.wrong_passphrase`,
 *   `bundle.work_too_high`, `bundle.invalid_identity`
 */
export async function openAgeHeader(reader: ByteReader, name: string, unlock: Unlock): Promise<Uint8Array> {
  const header = await reader.takeUntil(headerLength, longestHeader)
  if (header === null) throw await headerless(reader, name)
  if (!header.toString('latin1').startsWith(versionLine)) throw wrongVersion(header, name)
  return await fileKeyOf(header, unlock)
}

/** The header ends with the line of its MAC, the first that begins with three hyphens. */
function headerLength(bytes: Buffer): number {
  if (!bytes.toString('latin1', 0, 4).startsWith('age-'.slice(0, Math.min(4, bytes.length)))) return 0
  const macLine = bytes.indexOf('\n---')
  const end = macLine === -1 ? -1 : bytes.indexOf('\n', macLine + 1)
  return end === -1 ? -1 : end + 1
}

async function headerless(reader: ByteReader, name: string): Promise<DomainError> {
  const start = await reader.take(versionLine.length)
  if (start.length === 0 || !versionLine.startsWith(start.toString('latin1'))) return wrongVersion(start, name)
  const left = await reader.take(longestHeader)
  return new DomainError(left.length < longestHeader ? 'bundle.incomplete' : 'bundle.damaged', { part: 'header' })
}

function wrongVersion(start: Buffer, name: string): DomainError {
  const found = anyVersion.exec(start.toString('latin1', 0, 64))?.[1]
  if (found === undefined) return new DomainError('bundle.not_a_bundle', { name, part: 'header' })
  return new DomainError('bundle.unknown_format', { found: `age ${found}`, part: 'header' })
}

async function fileKeyOf(header: Uint8Array, unlock: Unlock): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  let stanzas: Stanza[] | null = null
  let matched = true
  // The library asks its identities in order. The first of ours sees that the header was understood, the last that none fitted.
  decrypter.addIdentity(
    watcher((found) => {
      requireLoneScrypt(found)
      stanzas = found
    }),
  )
  for (const identity of identitiesOf(unlock)) addIdentity(decrypter, identity)
  decrypter.addIdentity(watcher(() => (matched = false)))
  try {
    return await decrypter.decryptHeader(header)
  } catch (error) {
    if (error instanceof DomainError) throw error
    if (stanzas !== null && !matched) throw noMatch(stanzas, unlock)
    throw new DomainError('bundle.damaged', { part: 'header' })
  }
}

function watcher(see: (stanzas: Stanza[]) => unknown): Identity {
  return {
    unwrapFileKey: (stanzas) => {
      see(stanzas)
      return null
    },
  }
}

/** age v1: a passphrase is never combined with anything, so that whoever opens a file by it knows that nobody else wrote it. */
function requireLoneScrypt(stanzas: readonly Stanza[]): void {
  if (stanzas.length > 1 && stanzas.some(isScrypt)) throw new DomainError('bundle.damaged', { part: 'header' })
}

function noMatch(stanzas: readonly Stanza[], unlock: Unlock): DomainError {
  const locked = stanzas.some(isScrypt)
  if ('passphrase' in unlock) return new DomainError(locked ? 'bundle.wrong_passphrase' : 'bundle.needs_identity')
  return new DomainError(locked ? 'bundle.needs_passphrase' : 'bundle.not_for_you')
}

function isScrypt({ args }: Stanza): boolean {
  return args[0] === 'scrypt'
}

function identitiesOf(unlock: Unlock): (string | Identity)[] {
  if ('passphrase' in unlock) return [scryptIdentity(unlock.passphrase)]
  if (unlock.identities.length === 0) throw new DomainError('bundle.unlock_required')
  return [...unlock.identities]
}

function addIdentity(decrypter: Decrypter, identity: string | Identity): void {
  try {
    decrypter.addIdentity(identity)
  } catch {
    throw new DomainError('bundle.invalid_identity', { problem: 'it is not an AGE-SECRET-KEY-1… or is mistyped' })
  }
}
