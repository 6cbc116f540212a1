import { z } from 'zod'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import { archiveMethods } from '../../../shared/contract/changeKind.ts'
import type { StoredEntry } from '../../../shared/journal/entry.ts'
import { type PlainState, type State, winner } from '../../../shared/journal/fold.ts'
import { readEntryBody } from '../../../shared/journal/readEntryBody.ts'
import { missingHead } from './missingHead.ts'
import { lockProblem } from '../journal/checkpoints.ts'
import { teamMemberId } from '../teamMember.ts'

type Check = BundleVerdict['checks'][number]

const Lock = z.object({
  heads: z.array(z.object({ deviceId: z.string(), seq: z.int(), hash: z.string() })),
  statement: z.string(),
  signature: z.string(),
  publicKey: z.string(),
  lockedBy: z.string(),
  lockedAt: z.string(),
})

/** A journal that nobody vouches for, and what it folds to. */
export type ReadJournal = { engagementId: string; state: State; plain: PlainState; stored: readonly StoredEntry[] }

/**
 * Whether the lock in a journal is what its signer signed: key and statement, the entries that it names, and nothing after it
 * but what an archive takes (as in a store).
 * @returns nothing where the file was not locked
 */
export function checkLock({ engagementId, state, plain, stored }: ReadJournal): Check[] {
  const fields = plain['engagementLock']?.[engagementId]
  if (fields === undefined) return []
  const read = Lock.safeParse(fields)
  if (!read.success) return [lockCheck(false, 'The lock is not in the form of one.')]
  const lock = { ...read.data, id: engagementId, engagementId }
  const signer = plain['teamMember']?.[teamMemberId(engagementId, lock.lockedBy)]
  const signerKey = typeof signer?.['publicKey'] === 'string' ? signer['publicKey'] : undefined
  const problem =
    lockProblem(lock, signerKey) ?? changedHead(lock.heads, stored) ?? laterEntry(engagementId, state, stored)
  if (problem !== null) return [lockCheck(false, problem)]
  const name = typeof signer?.['name'] === 'string' ? signer['name'] : lock.lockedBy
  return [
    lockCheck(true, `Locked by ${name} at ${lock.lockedAt}; the signature holds, and only addenda came after it.`),
  ]
}

function changedHead(heads: z.infer<typeof Lock>['heads'], stored: readonly StoredEntry[]): string | null {
  const changed = missingHead(heads, new Set(stored.map(({ hash }) => hash)))
  return changed === undefined ? null : `Entry ${changed.seq} is not the one that the lock was signed over.`
}

function laterEntry(engagementId: string, state: State, stored: readonly StoredEntry[]): string | null {
  const writes = state.get('engagementLock')?.get(engagementId)?.get('signature')
  if (writes === undefined) return null
  const lock = winner(writes)
  const archive: ReadonlySet<string> = new Set(archiveMethods)
  for (const { body } of stored) {
    const entry = readEntryBody(body)
    if (entry === null || archive.has(entry.command)) continue
    const known = entry.deviceId === lock.deviceId ? entry.seq - 1 : (entry.heads[lock.deviceId] ?? 0)
    if (known >= lock.seq) return `Entry ${entry.seq} (${entry.command}) was written although the file was locked.`
  }
  return null
}

function lockCheck(passed: boolean, says: string): Check {
  return { check: 'lock', passed, says }
}
