import { createHash } from 'node:crypto'
import { ChainCheck } from '../../shared/journal/chain.ts'
import { tick } from '../../shared/journal/clock.ts'
import { noPrevious, sealEntry, type StoredEntry } from '../../shared/journal/entry.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const entries = 20_000
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/** Writing and checking chained entries, without the disk. */
export async function journalWork(): Promise<Figure[]> {
  let chain: StoredEntry[] = []
  const written = await timed(3, async () => {
    chain = writeChain()
  })
  const checked = await timed(3, async () => {
    const check = new ChainCheck('E', sha256)
    if (!chain.every((entry) => 'entry' in check.next(entry))) throw new Error('The chain does not hold')
  })
  return [
    figureOf('20,000 entries sealed', written, 'canonical JSON and SHA-256'),
    figureOf('20,000 entries checked', checked, 'hash, chain, form and fields'),
  ]
}

function writeChain(): StoredEntry[] {
  const chain: StoredEntry[] = []
  let hlc: string | null = null
  for (let seq = 1; seq <= entries; seq += 1) {
    hlc = tick(hlc, 1_000 + seq, 'A')
    const changes = [{ entity: 'result', id: `p:${seq}:A`, field: 'outcome', value: 'pass' }]
    chain.push(
      sealEntry(
        {
          engagementId: 'E',
          deviceId: 'A',
          seq,
          hlc,
          at: '2026-10-20T09:00:00.000+00:00',
          actorId: 'P',
          command: 'result.record',
          heads: {},
          changes,
          prev: chain.at(-1)?.hash ?? noPrevious,
        },
        sha256,
      ),
    )
  }
  return chain
}
