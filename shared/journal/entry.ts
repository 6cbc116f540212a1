import canonicalize from 'canonicalize'
import { DomainError } from '../errors/domainError.ts'
import type { Change } from './change.ts'
import type { HybridTime } from './clock.ts'

/** The last `seq` that a device knew of every other device when it wrote: tells concurrent from later. */
export type Heads = Record<string, number>

/**
 * One entry of the journal, written by one command. Entries of one device in one engagement form a chain:
 * `seq` counts from 1 without a gap, `prev` is the hash of the entry before.
 */
export type EntryBody = {
  engagementId: string
  deviceId: string
  seq: number
  hlc: HybridTime
  /** The instant by the device's clock, with its offset: what a reader is shown. Order is decided by `hlc`. */
  at: string
  actorId: string
  command: string
  heads: Heads
  changes: Change[]
  prev: string
}

/** An entry as it is kept and exchanged: the very bytes that were hashed, and their hash. */
export type StoredEntry = { body: string; hash: string }

/** Hash function, given by the caller: SHA-256 of the UTF-8 text, in lower-case hex. */
export type Sha256Hex = (text: string) => string

/** `prev` of a device's first entry. */
export const noPrevious = '0'.repeat(64)

/**
 * @returns the entry's canonical JSON (RFC 8785) and the SHA-256 of it
 * @throws DomainError `call.invalid_params` for a text with half a character, which has no UTF-8 that could be hashed
 */
export function sealEntry(body: EntryBody, sha256: Sha256Hex): StoredEntry {
  const cut = body.changes.find(({ value }) => !isWhole(value))
  if (cut !== undefined) {
    throw new DomainError('call.invalid_params', {
      method: body.command,
      problem: `${cut.field} holds half a character`,
    })
  }
  const bytes = canonical(body)
  return { body: bytes, hash: sha256(bytes) }
}

function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed()
  return value === null || typeof value !== 'object' || Object.values(value).every(isWhole)
}

/** RFC 8785 text of a JSON value. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form')
  return text
}

const linePrefix = '{"hash":"'
const lineMiddle = '","entry":'
const bodyStart = linePrefix.length + 64 + lineMiddle.length

/** @returns the entry as one line of JSON that holds the hashed bytes unchanged, without line break */
export function toLine(entry: StoredEntry): string {
  return `${linePrefix}${entry.hash}${lineMiddle}${entry.body}}`
}

/** @returns the stored entry of a line, or `null` where the line does not have exactly the form of {@link toLine} */
export function fromLine(line: string): StoredEntry | null {
  const hash = line.slice(linePrefix.length, linePrefix.length + 64)
  const body = line.slice(bodyStart, -1)
  return /^[0-9a-f]{64}$/.test(hash) && toLine({ hash, body }) === line ? { hash, body } : null
}
