import { changedPopulation } from '../../../db/journal/changedPopulation.ts'
import { checkColumns, type MisplacedEntry } from '../../../db/journal/columns.ts'
import { type BadRow, compareRows } from '../../../db/journal/compareRows.ts'
import { chainSlices, reachOf } from '../../../db/journal/chainSlices.ts'
import { headsOf } from '../../../db/journal/entries.ts'
import { sha256Hex } from '../../../db/store.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { JournalFold } from '../../../shared/journal/journalFold.ts'
import type { JobContext } from '../handler.ts'
import { badSignOff } from './badSignOff.ts'
import { badLock } from './checkpoints.ts'

type Verdict = Omit<ResultOf<'journal.verify'>, 'heads'>

/** Entries and rows that are checked between two chances for other work. */
const entrySlice = 2000
const rowSlice = 1000
const columnSlice = 50

/**
 * Recomputes every hash and the whole state of an engagement, compares the tables with it, and checks what was signed over the
 * journal. What disagrees first is named; nothing after it is trusted. Whoever types meanwhile is not disturbed: all is read in
 * slices, and what the journal took since is folded in before the next rows are compared.
 */
export async function verifyJournal(context: JobContext, engagementId: string): Promise<Verdict> {
  const fold = new JournalFold(engagementId, sha256Hex)
  const found = await verdictOf(context, engagementId, fold)
  return { ...found, clockBehind: fold.clockBehind }
}

async function verdictOf(
  context: JobContext,
  engagementId: string,
  fold: JournalFold,
): Promise<Omit<Verdict, 'clockBehind'>> {
  const { reader, progress, pause } = context
  const start = reachOf(reader, engagementId)
  const total = [...start.values()].reduce((sum, seq) => sum + seq, 0)
  for (const entries of chainSlices(reader, engagementId, { upTo: start }, entrySlice)) {
    fold.add(entries)
    if (fold.bad !== null) break
    progress(fold.entries, total, 'entries')
    await pause()
  }
  const compared = await compareWithTables(context, engagementId, { fold, reached: start })
  const { entries, bad } = fold
  if (bad !== null) return { valid: false, entries, rows: 0, firstBad: { what: 'entry', ...bad } }
  const { rows } = compared
  if (compared.bad !== null) return { valid: false, entries, rows, firstBad: { what: 'row', ...compared.bad } }
  const unsigned = badLock(reader, engagementId) ?? (await badSignOff(context, engagementId))
  if (unsigned !== null) return { valid: false, entries, rows, firstBad: unsigned }
  const misplaced = await misplacedEntry(context, engagementId)
  if (misplaced !== null) return { valid: false, entries, rows, firstBad: { what: 'entry', ...misplaced } }
  const population = await changedPopulation(context.store, engagementId)
  if (population !== null) return { valid: false, entries, rows, firstBad: { what: 'population', ...population } }
  return { valid: true, entries, rows }
}

/** @returns how many rows are what the journal says, and the first that is not; none where the journal itself turns out bad */
async function compareWithTables(
  { reader, progress, pause }: JobContext,
  engagementId: string,
  { fold, reached }: { fold: JournalFold; reached: ReturnType<typeof reachOf> },
): Promise<{ rows: number; bad: BadRow | null }> {
  let after = reached
  const foldWhatCame = () => {
    const upTo = reachOf(reader, engagementId)
    for (const entries of chainSlices(reader, engagementId, { after, upTo }, entrySlice)) fold.add(entries)
    after = upTo
    fold.finish(headsOf(reader, engagementId))
  }
  foldWhatCame()
  const total = [...fold.state.values()].reduce((sum, { size }) => sum + size, 0)
  let compared: { rows: number; bad: BadRow | null } = { rows: 0, bad: null }
  if (fold.bad !== null) return compared
  for (compared of compareRows(reader, engagementId, fold.state, rowSlice)) {
    if (compared.bad !== null) return compared
    progress(compared.rows, total, 'rows')
    // One slice after the other is the point.
    await pause()
    foldWhatCame()
    if (fold.bad !== null) return compared
  }
  return compared
}

/** The first entry that stands otherwise in the lists of the journal than it says itself. */
async function misplacedEntry(
  { reader, progress, pause }: JobContext,
  engagementId: string,
): Promise<MisplacedEntry | null> {
  for (const { position, end, bad } of checkColumns(reader, engagementId, columnSlice)) {
    if (bad !== null) return bad
    progress(position, end, 'lists of entries')
    // One slice after the other is the point.
    await pause()
  }
  return null
}
