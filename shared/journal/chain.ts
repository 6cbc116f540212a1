import { fieldOf } from '../model/entities.ts'
import { isHybridTimeOf } from './clock.ts'
import { canonical, type EntryBody, noPrevious, type Sha256Hex, type StoredEntry } from './entry.ts'
import { readEntryBody } from './readEntryBody.ts'

/** The end of one device's chain. */
export type ChainEnd = { seq: number; hash: string; hlc: string }

/** The first entry that is not what it says, in words. `isNewer` where a newer program may have written it. */
export type BadEntry = { deviceId: string; seq: number; problem: string; isNewer?: true }

/**
 * Checks entries one by one, device by device and in the order of `seq`. It trusts nothing but the hash function:
 * the bytes give the hash, the hash of each is in the next, and no number is missing.
 */
export class ChainCheck {
  readonly ends: Map<string, ChainEnd>
  readonly #engagementId: string
  readonly #sha256: Sha256Hex

  /** @param starts where chains begin that are continued, not told from their first entry */
  constructor(engagementId: string, sha256: Sha256Hex, starts: ReadonlyMap<string, ChainEnd> = new Map()) {
    this.#engagementId = engagementId
    this.#sha256 = sha256
    this.ends = new Map(starts)
  }

  /** @returns the entry that the bytes hold, or what is wrong with them */
  next(stored: StoredEntry): { entry: EntryBody } | { bad: BadEntry } {
    const read = readEntryBody(stored.body)
    if (read === null) return this.#bad('?', 0, 'The entry is not in the form of a journal entry.')
    const { deviceId, seq } = read
    const last = this.ends.get(deviceId) ?? { seq: 0, hash: noPrevious, hlc: '' }
    const problem = this.#problemOf(stored, read, last)
    if (problem !== null) return this.#bad(deviceId, seq, problem)
    const unknown = unknownField(read)
    if (unknown !== null) return { bad: { deviceId, seq, problem: unknown, isNewer: true } }
    this.ends.set(deviceId, { seq, hash: stored.hash, hlc: read.hlc })
    return { entry: read }
  }

  #problemOf(stored: StoredEntry, entry: EntryBody, last: ChainEnd): string | null {
    if (this.#sha256(stored.body) !== stored.hash) return 'The content was changed: its hash is not the one recorded.'
    if (canonical(entry) !== stored.body) return 'The content is not in canonical form.'
    if (entry.engagementId !== this.#engagementId) return 'The entry belongs to another engagement.'
    if (entry.seq <= last.seq)
      return `The entry stands a second time, where entry ${last.seq + 1} of this device belongs.`
    if (entry.seq > last.seq + 1)
      return `The entry stands where entry ${last.seq + 1} of this device belongs, which is missing.`
    if (entry.prev !== last.hash)
      return 'The entry does not follow the one before it: an entry was changed, removed or inserted.'
    if (!isHybridTimeOf(entry.hlc, entry.deviceId)) return 'The time is not one that this device writes.'
    return entry.hlc <= last.hlc ? 'The time is not after the one of the entry before it.' : null
  }

  #bad(deviceId: string, seq: number, problem: string): { bad: BadEntry } {
    return { bad: { deviceId, seq, problem } }
  }
}

function unknownField(entry: EntryBody): string | null {
  const unknown = entry.changes.find((change) => fieldOf(change.entity, change.field) === undefined)
  return unknown === undefined ? null : `The entry sets ${unknown.entity}.${unknown.field}, which does not exist.`
}

/**
 * What entries claim to have known. A claimed head beyond the end of that device's chain means that entries are missing
 * at that end (a cut tail).
 */
export class ClaimedHeads {
  readonly #highest = new Map<string, number>()

  add(entry: EntryBody): void {
    for (const [deviceId, seq] of Object.entries(entry.heads)) {
      if (seq > (this.#highest.get(deviceId) ?? 0)) this.#highest.set(deviceId, seq)
    }
  }

  /** @returns the first missing entry that somebody knew, or `null` */
  beyond(ends: ReadonlyMap<string, ChainEnd>): BadEntry | null {
    for (const [deviceId, seq] of this.#highest) {
      const end = ends.get(deviceId)?.seq ?? 0
      if (seq > end)
        return {
          deviceId,
          seq: end + 1,
          problem: `Entry ${end + 1} of this device is missing, yet another device knew it.`,
        }
    }
    return null
  }
}
