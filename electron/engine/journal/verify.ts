import { compareRows } from '../../../db/journal/compareRows.ts'
import { chainSlices, headsOf } from '../../../db/journal/entries.ts'
import { changedPopulation } from '../../../db/journal/changedPopulation.ts'
import { sha256Hex } from '../../../db/store.ts'
import type { ResultOf } from '../../../shared/contract/index.ts'
import { ChainCheck, type ChainEnd, ClaimedHeads } from '../../../shared/journal/chain.ts'
import { applyEntry, type State } from '../../../shared/journal/fold.ts'
import type { JobContext } from '../handler.ts'

type Verdict = Omit<ResultOf<'journal.verify'>, 'heads'>

const slice = 2000

/**
 * Recomputes every hash and the whole state of an engagement, and compares the tables with it.
 * The first entry or row that disagrees is named; nothing after it is trusted.
 */
export async function verifyJournal(context: JobContext, engagementId: string): Promise<Verdict> {
  const { reader, progress, pause } = context
  const heads = headsOf(reader, engagementId)
  const total = heads.reduce((sum, { seq }) => sum + seq, 0)
  const check = new ChainCheck(engagementId, sha256Hex)
  const claims = new ClaimedHeads()
  const state: State = new Map()
  let entries = 0
  for (const stored of chainSlices(reader, engagementId, slice)) {
    for (const one of stored) {
      const next = check.next(one)
      if ('bad' in next) return bad({ entries, rows: 0 }, { what: 'entry', ...next.bad })
      applyEntry(state, next.entry)
      claims.add(next.entry)
      entries += 1
    }
    progress(entries, total, 'entries')
    await pause()
  }
  const cut = claims.beyond(check.ends) ?? cutTail(heads, check.ends)
  if (cut !== null) return bad({ entries, rows: 0 }, { what: 'entry', ...cut })
  progress(0, 0, 'rows')
  const { rows, bad: badRow } = compareRows(reader, engagementId, state)
  if (badRow !== null) return bad({ entries, rows }, { what: 'row', ...badRow })
  const population = changedPopulation(reader, engagementId)
  if (population !== null) return bad({ entries, rows }, { what: 'population', ...population })
  return { valid: true, entries, rows }
}

function bad(counts: { entries: number; rows: number }, firstBad: NonNullable<Verdict['firstBad']>): Verdict {
  return { valid: false, ...counts, firstBad }
}

/** The heads that the store remembers have to be the ends that were found. */
function cutTail(
  heads: readonly { deviceId: string; seq: number; hash: string }[],
  ends: ReadonlyMap<string, ChainEnd>,
) {
  const cut = heads.find(({ deviceId, hash }) => ends.get(deviceId)?.hash !== hash)
  if (cut === undefined) return null
  const seq = (ends.get(cut.deviceId)?.seq ?? 0) + 1
  return {
    deviceId: cut.deviceId,
    seq,
    problem: `The journal ends before entry ${cut.seq}, which the store remembers.`,
  }
}
