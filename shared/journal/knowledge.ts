import { DomainError } from '../errors/domainError.ts'
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

/**
 * Checks that what entries claim to have known is possible: who knew an entry wrote after it, knew all that its author knew,
 * and forgot nothing. Only then does the order in which devices meet make no difference.
 * @throws DomainError `bundle.invalid_journal`
 */
export function requireKnowledge(entries: readonly IncomingEntry[], known: KnownChains): void {
  const fresh = new Map(entries.map(({ entry }) => [keyOf(entry.deviceId, entry.seq), entry]))
  const entryAt = (deviceId: string, seq: number) => fresh.get(keyOf(deviceId, seq)) ?? known.entryAt(deviceId, seq)
  for (const { entry } of entries) {
    const before = entryAt(entry.deviceId, entry.seq - 1)?.heads ?? {}
    const problem = forgotten(entry, before) ?? impossible(entry, before, entryAt)
    if (problem === null) continue
    throw new DomainError('bundle.invalid_journal', { deviceId: entry.deviceId, seq: entry.seq, problem })
  }
}

type Knowledge = Pick<EntryBody, 'hlc' | 'heads'>

function forgotten({ heads }: EntryBody, before: EntryBody['heads']): string | null {
  const isKept = Object.entries(before).every(([deviceId, seq]) => (headOf(heads, deviceId) ?? 0) >= seq)
  return isKept ? null : 'It knows less than the entry before it.'
}

function impossible(
  { deviceId: author, seq, hlc, heads }: EntryBody,
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

function keyOf(deviceId: string, seq: number): string {
  return `${seq} ${deviceId}`
}
