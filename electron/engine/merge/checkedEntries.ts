import { createHash } from 'node:crypto'
import { knownChains } from '../../../db/journal/knownChains.ts'
import type { Reader } from '../../../db/reader.ts'
import { sha256Hex } from '../../../db/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import type { ChainEnd } from '../../../shared/journal/chain.ts'
import type { StoredEntry } from '../../../shared/journal/entry.ts'
import { applyEntry, type State } from '../../../shared/journal/fold.ts'
import { IncomingEntries, type IncomingEntry, type KnownChains } from '../../../shared/journal/incoming.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { admissible, requireKnowledge } from '../../../shared/journal/knowledge.ts'
import type { Manifest } from '../bundle/manifest.ts'
import { plainStateOf, stateText } from '../bundle/stateText.ts'
import { storeScope } from '../teamMember.ts'

/** Entries that are checked between two reports. */
const reported = 2000

type Journal = AsyncIterable<StoredEntry> | Iterable<StoredEntry>
/** Lets other work run between two entries, and is told how many were checked. */
type Way = { pause: () => Promise<void>; onProgress?: (done: number) => void }
type Signed = Pick<Manifest, 'engagement' | 'heads' | 'continues'>

/**
 * Checks the whole journal of a bundle against what the store holds and what the bundle's maker signed.
 * @param stateSha256 SHA-256 of the bundle's `state.json`, which has to be the fold of the journal
 * @returns the entries that the store lacks
 * @throws DomainError those of {@link chainedEntries}, `bundle.earlier_missing`
 */
export async function checkedEntries(
  reader: Reader,
  manifest: Signed,
  journal: Journal,
  { stateSha256, ...way }: { stateSha256: string | null } & Way,
): Promise<IncomingEntry[]> {
  const state: State = new Map()
  const fold = (stored: StoredEntry) => {
    const entry = readEntryBody(stored.body)
    if (entry !== null) applyEntry(state, entry)
  }
  const each = stateSha256 === null ? () => undefined : fold
  const fresh = await chainedEntries(reader, manifest, journal, { ...way, each })
  if (stateSha256 !== null && (await stateHash(state, way.pause)) !== stateSha256)
    throw invalid('?', 0, 'The state in the bundle is not what its journal gives.')
  const known = knownChains(reader, manifest.engagement.id)
  const [missing] = admissible(fresh, known).missing
  if (missing !== undefined && manifest.continues !== undefined)
    throw new DomainError('bundle.earlier_missing', missing)
  if (missing !== undefined)
    throw invalid(missing.deviceId, missing.seq, 'The entry is missing, yet another device knew it.')
  requireKnowledge(fresh, known)
  return fresh
}

async function stateHash(state: State, pause: () => Promise<void>): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of stateText(await plainStateOf(state, pause), pause)) hash.update(piece)
  return hash.digest('hex')
}

/**
 * Checks the chains of a journal, from their first entry or from where they continue what the store holds, to the ends that were
 * signed. What the entries rest on may still be missing.
 * @param each told of every entry whose chain holds
 * @returns the entries that the store lacks
 * @throws DomainError `bundle.invalid_journal`, `bundle.newer_content`, `bundle.earlier_missing`, `journal.forked`
 */
export async function chainedEntries(
  reader: Reader,
  { engagement, heads, continues }: Signed,
  journal: Journal,
  { pause, onProgress, each }: Way & { each?: (stored: StoredEntry) => void },
): Promise<IncomingEntry[]> {
  requireEngagementScope(engagement.id)
  const known = knownChains(reader, engagement.id)
  const incoming = new IncomingEntries(engagement.id, sha256Hex, known, startsOf(known, continues ?? []))
  let done = 0
  for await (const stored of journal) {
    incoming.take(stored)
    each?.(stored)
    done += 1
    if (done % reported === 0) onProgress?.(done)
    await pause()
  }
  requireHeads(incoming, heads)
  return incoming.fresh
}

/** Where chains go on: at entries that the store holds, and holds as the same ones. */
function startsOf(known: KnownChains, continues: NonNullable<Manifest['continues']>): Map<string, ChainEnd> {
  return new Map(
    continues.map(({ deviceId, seq, hash }) => {
      const held = known.entryAt(deviceId, seq)
      if (held === undefined) throw new DomainError('bundle.earlier_missing', { deviceId, seq })
      if (known.hashAt(deviceId, seq) !== hash) throw new DomainError('journal.forked', { deviceId, seq })
      return [deviceId, { seq, hash, hlc: held.hlc }]
    }),
  )
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
