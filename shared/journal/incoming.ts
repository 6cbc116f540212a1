import { DomainError } from '../errors/domainError.ts'
import { type BadEntry, ChainCheck, type ChainEnd } from './chain.ts'
import { changeProblem } from './changeProblem.ts'
import type { EntryBody, Sha256Hex, StoredEntry } from './entry.ts'

/** What a store holds already of an engagement's chains. */
export type KnownChains = {
  /** The last entry of a device's chain, where there is one. */
  end: (deviceId: string) => ChainEnd | undefined
  hashAt: (deviceId: string, seq: number) => string | undefined
  /** An entry that is held; what its author knew decides what who knew it must have known. */
  entryAt: (deviceId: string, seq: number) => Pick<EntryBody, 'hlc' | 'heads'> | undefined
}

/** An entry from outside whose chain was checked. */
export type IncomingEntry = { entry: EntryBody; stored: StoredEntry }

/**
 * Takes entries that come from outside, device by device and in the order of `seq`, and keeps those that the store lacks.
 * Nothing in them is believed: each hash, each link, each field and value is checked, and every entry that the store holds
 * too has to be the same one.
 */
export class IncomingEntries {
  readonly fresh: IncomingEntry[] = []
  readonly #known: KnownChains
  readonly #engagementId: string
  readonly #check: ChainCheck

  /** @param starts where the chains begin, for a part of a journal that continues what the store holds */
  constructor(
    engagementId: string,
    sha256: Sha256Hex,
    known: KnownChains,
    starts: ReadonlyMap<string, ChainEnd> = new Map(),
  ) {
    this.#engagementId = engagementId
    this.#known = known
    this.#check = new ChainCheck(engagementId, sha256, starts)
  }

  /** Where the chains that were taken end. */
  get ends(): ReadonlyMap<string, ChainEnd> {
    return this.#check.ends
  }

  /** @throws DomainError `journal.forked`, `bundle.newer_content`, `bundle.invalid_journal` */
  take(stored: StoredEntry): void {
    const next = this.#check.next(stored)
    if ('bad' in next) throw refusal(next.bad)
    const { entry } = next
    const { deviceId, seq } = entry
    if (seq > (this.#known.end(deviceId)?.seq ?? 0)) {
      this.#requireChanges(entry)
      this.fresh.push({ entry, stored })
    } else if (this.#known.hashAt(deviceId, seq) !== stored.hash) {
      throw new DomainError('journal.forked', { deviceId, seq })
    }
  }

  #requireChanges({ deviceId, seq, changes }: EntryBody): void {
    for (const change of changes) {
      const problem = changeProblem(this.#engagementId, change)
      if (problem !== null) throw refusal({ deviceId, seq, problem })
    }
  }
}

function refusal({ deviceId, seq, problem, isNewer }: BadEntry): DomainError {
  return new DomainError(isNewer ? 'bundle.newer_content' : 'bundle.invalid_journal', { deviceId, seq, problem })
}
