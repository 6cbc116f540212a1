import { DomainError } from '../errors/domainError.ts'
import type { BadEntry } from './chain.ts'
import type { EntryBody } from './entry.ts'
import type { IncomingEntry, KnownChains } from './incoming.ts'

/** An entry that somebody knew and that is not here. */
export type MissingEntry = { deviceId: string; seq: number }

/** Entries that can be taken now, and what the others wait for. */
export type Admission = { admitted: IncomingEntry[]; missing: MissingEntry[] }

/**
 * Which entries can be taken: those whose authors knew nothing that is not here. The others wait, so that a store always holds
 * what each of its entries rests on, and merging stays the same in every order (causal delivery; Birman, Schiper, Stephenson 1991).
 * @param entries device by device, each chain in its order and following what is known
 */
export function admissible(entries: readonly IncomingEntry[], known: KnownChains): Admission {
  const chains = Map.groupBy(entries, ({ entry }) => entry.deviceId)
  const reached = new Map([...chains.keys()].map((deviceId) => [deviceId, known.end(deviceId)?.seq ?? 0]))
  const reach = (deviceId: string) => reached.get(deviceId) ?? known.end(deviceId)?.seq ?? 0
  const taken = new Map([...chains.keys()].map((deviceId) => [deviceId, 0]))
  let grew = true
  while (grew) {
    grew = false
    for (const [deviceId, chain] of chains) {
      let place = taken.get(deviceId) ?? 0
      for (
        let next = chain[place];
        next !== undefined && firstBeyond(next.entry, reach) === null;
        next = chain[place]
      ) {
        reached.set(deviceId, next.entry.seq)
        place += 1
        grew = true
      }
      taken.set(deviceId, place)
    }
  }
  const waiting = [...chains].flatMap(([deviceId, chain]) => chain[taken.get(deviceId) ?? 0] ?? [])
  return {
    admitted: [...chains].flatMap(([deviceId, chain]) => chain.slice(0, taken.get(deviceId))),
    missing: waiting.flatMap(({ entry }) => firstBeyond(entry, reach) ?? []),
  }
}

function firstBeyond({ heads }: EntryBody, reach: (deviceId: string) => number): MissingEntry | null {
  for (const [deviceId, seq] of Object.entries(heads)) {
    if (seq > reach(deviceId)) return { deviceId, seq: reach(deviceId) + 1 }
  }
  return null
}

/** What an entry says of its place among the others. */
type Knowledge = Pick<EntryBody, 'hlc' | 'heads'>
export type KnowingEntry = Knowledge & Pick<EntryBody, 'deviceId' | 'seq'>

/**
 * Checks that what entries claim to have known is possible: who knew an entry wrote after it, knew all that its author knew,
 * and forgot nothing. Only then does the order in which devices meet make no difference.
 * @returns the first entry of which that is not so, or `null`
 */
export function knowledgeProblem(
  entries: Iterable<KnowingEntry>,
  entryAt: (deviceId: string, seq: number) => Knowledge | undefined,
): BadEntry | null {
  for (const entry of entries) {
    const { deviceId, seq } = entry
    const before = entryAt(deviceId, seq - 1)?.heads ?? {}
    const problem = forgotten(entry, before) ?? impossible(entry, before, entryAt)
    if (problem !== null) return { deviceId, seq, problem }
  }
  return null
}

/** Checks entries beside what a store holds, see {@link knowledgeProblem}. @throws DomainError `bundle.invalid_journal` */
export function requireKnowledge(entries: readonly IncomingEntry[], known: KnownChains): void {
  const fresh = new EntryPlaces()
  for (const { entry } of entries) fresh.add(entry)
  const bad = knowledgeProblem(
    entries.map(({ entry }) => entry),
    (deviceId, seq) => fresh.at(deviceId, seq) ?? known.entryAt(deviceId, seq),
  )
  if (bad !== null) throw new DomainError('bundle.invalid_journal', { ...bad })
}

/** Entries by device and number. */
export class EntryPlaces {
  readonly #chains = new Map<string, Map<number, Knowledge>>()

  add({ deviceId, seq, hlc, heads }: KnowingEntry): void {
    const chain = this.#chains.get(deviceId) ?? new Map<number, Knowledge>()
    this.#chains.set(deviceId, chain)
    chain.set(seq, { hlc, heads })
  }

  at(deviceId: string, seq: number): Knowledge | undefined {
    return this.#chains.get(deviceId)?.get(seq)
  }
}

function forgotten({ heads }: Knowledge, before: EntryBody['heads']): string | null {
  const isKept = Object.entries(before).every(([deviceId, seq]) => (headOf(heads, deviceId) ?? 0) >= seq)
  return isKept ? null : 'It knows less than the entry before it.'
}

function impossible(
  { deviceId: author, seq, hlc, heads }: KnowingEntry,
  before: EntryBody['heads'],
  entryAt: (deviceId: string, seq: number) => Knowledge | undefined,
): string | null {
  for (const [deviceId, head] of Object.entries(heads)) {
    if (headOf(before, deviceId) === head) continue
    const seen = entryAt(deviceId, head)
    if (seen === undefined) return `It knows entry ${head} of a device whose entry is missing.`
    if (deviceId === author) return 'It names its own device among those that it knew.'
    if (seen.hlc >= hlc) return 'It knows an entry that was written later.'
    const isClosed = Object.entries(seen.heads).every(([other, theirs]) =>
      other === author ? theirs < seq : (headOf(heads, other) ?? 0) >= theirs,
    )
    if (!isClosed) return 'It knows an entry without what that entry rests on.'
  }
  return null
}

function headOf(heads: EntryBody['heads'], deviceId: string): number | undefined {
  return Object.hasOwn(heads, deviceId) ? heads[deviceId] : undefined
}
