import { setImmediate } from 'node:timers/promises'
import { engagementsByUse } from '../../../db/engagement.ts'
import { knownSignOffRows } from '../../../db/review/signOffs.ts'
import type { Store } from '../../../db/store.ts'
import { indexRows } from '../population/indexRows.ts'
import type { RunningJobs } from '../runningJobs.ts'
import { factsOf } from './load.ts'

/** Sign-offs that are looked at before other calls get their turn: some milliseconds of work where their papers are test sheets. */
const atOnce = 4

/**
 * Hashes the signed papers of a store that was just opened and verifies their signatures, in slices, so that whoever asks for
 * gates or queue first finds that done. It decides nothing, and keeps nothing that asking would not: what it has not come to
 * when somebody asks is done then. Before, it finds the rows of populations that came with a bundle just before the computer
 * stopped.
 */
export async function lookAhead(store: Store, jobs: RunningJobs): Promise<void> {
  await turn(jobs)
  for (const engagementId of store.isOpen ? engagementsByUse(store.reader) : []) {
    await indexRows(engagementId, { store, pause: () => turn(jobs) })
    if (!store.isOpen) return
    const rows = knownSignOffRows(store.reader, engagementId)
    for (let start = 0; start < rows.length; start += atOnce) {
      factsOf(store.reader, engagementId, rows.slice(start, start + atOnce))
      await turn(jobs)
      if (!store.isOpen) return
    }
  }
}

/** Lets everything else run first, jobs to their end. */
async function turn(jobs: RunningJobs): Promise<void> {
  await setImmediate()
  await jobs.rest()
}
