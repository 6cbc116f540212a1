import { sha256Hex } from '../../../db/store.ts'
import type { BundleVerdict } from '../../../shared/contract/bundle.ts'
import { ChainCheck } from '../../../shared/journal/chain.ts'
import { fromLine } from '../../../shared/journal/entry.ts'
import { linesIn } from '../merge/journalLines.ts'
import type { Manifest } from './manifest.ts'

type Verdict = { entries: number; checks: BundleVerdict['checks'] }

/**
 * Checks the journal of a file of an exchange folder: each chain goes on from the entry that was signed, without a gap, to the end
 * that was signed. What the entries add up to only a store can tell that holds what comes before.
 */
export async function checkIncrement(
  { engagement, heads, continues = [] }: Pick<Manifest, 'engagement' | 'heads' | 'continues'>,
  journal: Buffer | null,
  pause: () => Promise<void>,
): Promise<Verdict> {
  const starts = new Map(continues.map(({ deviceId, seq, hash }) => [deviceId, { seq, hash, hlc: '' }]))
  const chains = new ChainCheck(engagement.id, sha256Hex, starts)
  let entries = 0
  for (const line of linesIn(journal)) {
    const stored = fromLine(line)
    if (stored === null) return verdict(entries, false, `Line ${entries + 1} is not an entry.`)
    const next = chains.next(stored)
    if ('bad' in next) return verdict(entries, false, `Entry ${next.bad.seq}: ${next.bad.problem}`)
    entries += 1
    await pause()
  }
  const ends = new Map(heads.map(({ deviceId, hash }) => [deviceId, hash]))
  const isWhole = ends.size === chains.ends.size && [...chains.ends].every(([id, { hash }]) => ends.get(id) === hash)
  if (!isWhole) return verdict(entries, false, 'The chains do not end where the signed list says.')
  return verdict(
    entries,
    true,
    `${entries} entries, each follows the one before; they continue what was written earlier.`,
  )
}

function verdict(entries: number, passed: boolean, says: string): Verdict {
  return { entries, checks: [{ check: 'journal', passed, says }] }
}
