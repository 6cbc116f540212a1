import { knownChains } from '../../../db/journal/knownChains.ts'
import type { Reader } from '../../../db/reader.ts'
import { sha256Hex } from '../../../db/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { canonical, type StoredEntry } from '../../../shared/journal/entry.ts'
import { applyEntry, plainState, type State } from '../../../shared/journal/fold.ts'
import { IncomingEntries, type IncomingEntry, type KnownChains } from '../../../shared/journal/incoming.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { admissible, requireKnowledge } from '../../../shared/journal/knowledge.ts'
import type { Manifest } from '../bundle/manifest.ts'
import { storeScope } from '../teamMember.ts'

/** Entries that are checked between two chances for other work. */
const slice = 2000

/**
 * Checks the whole journal of a bundle against what the store holds and what the bundle's maker signed.
 * @param stateSha256 SHA-256 of the bundle's `state.json`, which has to be the fold of the journal
 * @returns the entries that the store lacks
 * @throws DomainError `bundle.invalid_journal`, `bundle.newer_content`, `journal.forked`
 */
export async function checkedEntries(
  reader: Reader,
  { engagement, heads }: Pick<Manifest, 'engagement' | 'heads'>,
  journal: AsyncIterable<StoredEntry> | Iterable<StoredEntry>,
  { stateSha256, pause }: { stateSha256: string | null; pause: (done: number) => Promise<void> },
): Promise<IncomingEntry[]> {
  requireEngagementScope(engagement.id)
  const known = knownChains(reader, engagement.id)
  const incoming = new IncomingEntries(engagement.id, sha256Hex, known)
  const state: State = new Map()
  let done = 0
  for await (const stored of journal) {
    incoming.take(stored)
    const entry = stateSha256 === null ? null : readEntryBody(stored.body)
    if (entry !== null) applyEntry(state, entry)
    done += 1
    if (done % slice === 0) await pause(done)
  }
  requireHeads(incoming, heads)
  if (stateSha256 !== null && sha256Hex(canonical(plainState(state))) !== stateSha256)
    throw invalid('?', 0, 'The state in the bundle is not what its journal gives.')
  requireComplete(incoming.fresh, known)
  return incoming.fresh
}

/** The journal of a store's own scope is nobody else's business. @throws DomainError `bundle.invalid_journal` */
export function requireEngagementScope(engagementId: string): void {
  if (engagementId === storeScope) throw invalid('?', 0, 'It is the journal of a store and not of an engagement.')
}

/** Every chain ends where the signed list says. */
function requireHeads({ ends }: IncomingEntries, heads: Manifest['heads']): void {
  const differing = heads.find(({ deviceId, hash }) => ends.get(deviceId)?.hash !== hash)
  if (differing !== undefined)
    throw invalid(differing.deviceId, differing.seq, 'The journal does not end where its maker signed that it does.')
  const headless = [...ends].find(([deviceId]) => !heads.some((head) => head.deviceId === deviceId))
  if (headless !== undefined) throw invalid(headless[0], headless[1].seq, 'The entries of this device have no head.')
}

/** A whole journal rests on nothing that is neither in it nor here. */
function requireComplete(fresh: readonly IncomingEntry[], known: KnownChains): void {
  const [missing] = admissible(fresh, known).missing
  if (missing !== undefined)
    throw invalid(missing.deviceId, missing.seq, 'The entry is missing, yet another device knew it.')
  requireKnowledge(fresh, known)
}

function invalid(deviceId: string, seq: number, problem: string): DomainError {
  return new DomainError('bundle.invalid_journal', { deviceId, seq, problem })
}

/**
 * What is still lacking when the transaction begins: somebody may have typed, or taken the same entries another way, since the check.
 * @throws DomainError `journal.forked`
 */
export function stillLacking(reader: Reader, engagementId: string, fresh: readonly IncomingEntry[]): IncomingEntry[] {
  const known = knownChains(reader, engagementId)
  return fresh.filter(({ entry: { deviceId, seq }, stored }) => {
    if (seq > (known.end(deviceId)?.seq ?? 0)) return true
    if (known.hashAt(deviceId, seq) !== stored.hash) throw new DomainError('journal.forked', { deviceId, seq })
    return false
  })
}
