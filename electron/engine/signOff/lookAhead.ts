import { setImmediate } from 'node:timers/promises'
import { engagementsByUse } from '../../../db/engagement.ts'
import type { Reader } from '../../../db/reader.ts'
import { knownSignOffRows } from '../../../db/review/signOffs.ts'
import { asStoreError } from '../../../db/sqlite.ts'
import type { Store } from '../../../db/store.ts'
import { DomainError } from '../../../shared/errors/domainError.ts'
import { indexRows } from '../population/indexRows.ts'
import type { RunningJobs } from '../runningJobs.ts'
import { factsOf } from './load.ts'

/** Sign-offs that are looked at before other calls get their turn: some milliseconds of work where their papers are test sheets. */
const atOnce = 4

/**
 * Hashes the signed papers of a store that was just opened and verifies their signatures, in slices, so that whoever asks for
 * gates or queue first finds that done. It decides nothing, and keeps nothing that asking would not: what it has not come to
 * when somebody asks is done then. Before, it finds the rows of populations that came with a bundle just before the computer
 * stopped. {@link expectLookAhead} comes before.
 */
export async function lookAhead(store: Store, jobs: RunningJobs): Promise<void> {
  const waits = waiting.get(store.reader) ?? new Set(engagementsByUse(store.reader))
  try {
    await turn(jobs)
    await readAll(store, jobs, waits)
  } finally {
    // Where it ended early, whoever asks finds out why.
    waiting.delete(store.reader)
  }
}

/** Engagements that are not looked through yet, of stores that were just opened. */
const waiting = new WeakMap<Reader, Set<string>>()

/** Says, before anybody asks, that the papers of a store are going to be read by {@link lookAhead}: nothing that was told is untold. */
export function expectLookAhead(reader: Reader): void {
  try {
    waiting.set(reader, new Set(engagementsByUse(reader)))
  } catch (error) {
    // A damaged page keeps nobody out of what is sound: whoever asks for the papers is told.
    if (!(asStoreError(error) instanceof DomainError)) throw error
  }
}

/** Whether the signed papers of an engagement are still to be read by {@link lookAhead}: to ask for them now takes its time. */
export function waitsForLookAhead(reader: Reader, engagementId: string): boolean {
  return waiting.get(reader)?.has(engagementId) ?? false
}

/**
 * Whether somebody who asks may be answered without the signed papers of an engagement, which are being read meanwhile. While a
 * job runs nobody reads ahead: then whoever asks reads them, and they are not waited for any more.
 */
export function mayLeaveUnread(reader: Reader, engagementId: string, jobs: RunningJobs): boolean {
  if (!waitsForLookAhead(reader, engagementId)) return false
  if (!jobs.areRunning) return true
  waiting.get(reader)?.delete(engagementId)
  return false
}

async function readAll(store: Store, jobs: RunningJobs, waits: Set<string>): Promise<void> {
  for (const engagementId of store.isOpen ? [...waits] : []) {
    await indexRows(engagementId, { store, pause: () => turn(jobs) })
    if (!store.isOpen) return
    const rows = knownSignOffRows(store.reader, engagementId)
    for (let start = 0; start < rows.length; start += atOnce) {
      factsOf(store.reader, engagementId, rows.slice(start, start + atOnce))
      await turn(jobs)
      if (!store.isOpen) return
    }
    waits.delete(engagementId)
  }
}

/** Lets everything else run first, jobs to their end. */
async function turn(jobs: RunningJobs): Promise<void> {
  await setImmediate()
  await jobs.rest()
}
