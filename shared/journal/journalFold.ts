import { type BadEntry, ChainCheck, ClaimedHeads } from './chain.ts'
import { wasBehind } from './clock.ts'
import type { Sha256Hex, StoredEntry } from './entry.ts'
import { applyEntry, type State } from './fold.ts'
import { EntryPlaces, knowledgeProblem, type KnowingEntry } from './knowledge.ts'

/** Where somebody says that a device's chain ends: the store's memory, or the signed list of a bundle. */
export type Head = { deviceId: string; seq: number; hash: string }

/** Entries that were written while the clock stood earlier than the journal had seen: how many, and the first that was read. */
export type ClockBehind = { entries: number; first: { deviceId: string; seq: number; at: string } }

/** Reads entries that nobody vouches for: checks their chains and folds them to the state that they give. */
export class JournalFold {
  readonly state: State = new Map()
  readonly #check: ChainCheck
  readonly #claims = new ClaimedHeads()
  readonly #places = new EntryPlaces()
  /** Entries whose knowledge is checked when the chains of others are here too. */
  #unweighed: KnowingEntry[] = []
  #entries = 0
  #bad: BadEntry | null = null
  #clockBehind: ClockBehind | null = null

  constructor(engagementId: string, sha256: Sha256Hex) {
    this.#check = new ChainCheck(engagementId, sha256)
  }

  /** How many entries were what they say. */
  get entries(): number {
    return this.#entries
  }

  /** The first entry that is not what it says, or that is missing; `null` so far. */
  get bad(): BadEntry | null {
    return this.#bad
  }

  /** Where a clock was set back, or far behind another: the chain still says the order. `null` where it was nowhere so far. */
  get clockBehind(): ClockBehind | null {
    return this.#clockBehind
  }

  /** Takes the next entries, device by device and in the order of `seq`. Nothing after a bad one is looked at. */
  add(stored: Iterable<StoredEntry>): void {
    for (const one of stored) {
      if (this.#bad !== null) return
      const next = this.#check.next(one)
      if ('bad' in next) {
        this.#bad = next.bad
        return
      }
      const { deviceId, seq, hlc, at, heads } = next.entry
      applyEntry(this.state, next.entry)
      this.#claims.add(next.entry)
      this.#places.add(next.entry)
      // Without its changes, so that a long journal is not held as a whole.
      this.#unweighed.push({ deviceId, seq, hlc, heads })
      this.#entries += 1
      if (!wasBehind(hlc, at)) continue
      this.#clockBehind = {
        entries: (this.#clockBehind?.entries ?? 0) + 1,
        first: this.#clockBehind?.first ?? { deviceId, seq, at },
      }
    }
  }

  /** Every chain has to end where its head says, nobody may have known an entry beyond, and what each knew must be possible. */
  finish(heads: readonly Head[]): void {
    this.#bad ??= this.#claims.beyond(this.#check.ends) ?? this.#otherEnd(heads) ?? this.#impossibleKnowledge()
  }

  #impossibleKnowledge(): BadEntry | null {
    const bad = knowledgeProblem(this.#unweighed, (deviceId, seq) => this.#places.at(deviceId, seq))
    this.#unweighed = []
    return bad
  }

  #otherEnd(heads: readonly Head[]): BadEntry | null {
    const { ends } = this.#check
    const cut = heads.find(({ deviceId, hash }) => ends.get(deviceId)?.hash !== hash)
    if (cut !== undefined) {
      const seq = (ends.get(cut.deviceId)?.seq ?? 0) + 1
      return {
        deviceId: cut.deviceId,
        seq,
        problem: `The journal does not end with entry ${cut.seq}, as its head says.`,
      }
    }
    const known = new Set(heads.map(({ deviceId }) => deviceId))
    const headless = [...ends].find(([deviceId]) => !known.has(deviceId))
    if (headless === undefined) return null
    const [deviceId, { seq }] = headless
    return { deviceId, seq, problem: 'The entries of this device have no head.' }
  }
}
