import { compareRows } from '../../../db/journal/compareRows.ts'
import { chainSlices, headsOf, reachOf } from '../../../db/journal/entries.ts'
import { changedPopulation } from '../../../db/journal/changedPopulation.ts'
import { sha256Hex } from '../../../db/store.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { JournalFold } from '../../../shared/journal/journalFold.ts'
import { badLock } from './checkpoints.ts'
import type { JobContext } from '../handler.ts'

type Verdict = Omit<ResultOf<'journal.verify'>, 'heads'>

const slice = 2000

/**
 * Recomputes every hash and the whole state of an engagement, and compares the tables with it.
 * The first entry or row that disagrees is named; nothing after it is trusted. Whoever types meanwhile is not disturbed:
 * the entries that the journal had at the start are read in slices, the few that came since in one go with the comparison.
 */
export async function verifyJournal(context: JobContext, engagementId: string): Promise<Verdict> {
  const { reader, progress, pause } = context
  const fold = new JournalFold(engagementId, sha256Hex)
  const start = reachOf(reader, engagementId)
  const total = [...start.values()].reduce((sum, seq) => sum + seq, 0)
  for (const entries of chainSlices(reader, engagementId, { upTo: start }, slice)) {
    fold.add(entries)
    if (fold.bad !== null) break
    progress(fold.entries, total, 'entries')
    await pause()
  }
  for (const entries of chainSlices(
    reader,
    engagementId,
    { after: start, upTo: reachOf(reader, engagementId) },
    slice,
  )) {
    fold.add(entries)
  }
  fold.finish(headsOf(reader, engagementId))
  const { entries, bad } = fold
  if (bad !== null) return { valid: false, entries, rows: 0, firstBad: { what: 'entry', ...bad } }
  progress(0, 0, 'rows')
  const { rows, bad: badRow } = compareRows(reader, engagementId, fold.state)
  if (badRow !== null) return { valid: false, entries, rows, firstBad: { what: 'row', ...badRow } }
  const lock = badLock(reader, engagementId)
  if (lock !== null) return { valid: false, entries, rows, firstBad: lock }
  const population = await changedPopulation(context.store, engagementId)
  if (population !== null) return { valid: false, entries, rows, firstBad: { what: 'population', ...population } }
  return { valid: true, entries, rows }
}
