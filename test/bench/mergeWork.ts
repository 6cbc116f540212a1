import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newSigningKey } from '../../electron/engine/bundle/signingKey.ts'
import { writeBundle } from '../../electron/engine/bundle/writeBundle.ts'
import { type Change, create } from '../../shared/journal/change.ts'
import { tick } from '../../shared/journal/clock.ts'
import {
  canonical,
  type EntryBody,
  noPrevious,
  sealEntry,
  type StoredEntry,
  toLine,
} from '../../shared/journal/entry.ts'
import { fold, plainState } from '../../shared/journal/fold.ts'
import { openBuiltHost } from './builtHost.ts'
import { type Figure, figureOf, timed } from './figures.ts'

const entries = 100_000
const controls = 2_000
const at = '2026-10-20T09:00:00.000+00:00'
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

type Chain = { deviceId: string; stored: StoredEntry[]; bodies: EntryBody[] }

/** Two histories of 100,000 entries of an engagement, one after the other, and half of the second one apart from the first. */
export async function mergeWork(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tickmark-bench-'))
  try {
    return await measure(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function measure(folder: string): Promise<Figure[]> {
  const host = await openBuiltHost(folder)
  const { recipient } = await host.call<{ recipient: string }>('colleague.ownCard', {})
  const first = chainOf('A', 0, null)
  const second = chainOf('B', entries / 2, first)
  const figures: Figure[] = []
  const parts = [
    { what: 'merge of 100,000 entries', chains: [first], note: 'a new engagement: verified, folded and written' },
    {
      what: 'merge of 100,000 more',
      chains: [first, second],
      note: 'half of them without knowing of the others: conflicts',
    },
  ]
  for (const { what, chains, note } of parts) {
    const file = join(folder, `${chains.length}.tickmark`)
    await write(file, chains, recipient)
    const inspected = await timed(1, () => host.call('bundle.inspect', { file }))
    const imported = await timed(1, () => host.call('bundle.import', { file }))
    figures.push(figureOf(`${what}: looked at`, inspected, 'bundle.inspect'), figureOf(what, imported, note))
  }
  await host.close()
  return figures
}

async function write(file: string, chains: readonly Chain[], recipient: string): Promise<void> {
  const text = (path: string, content: string) => ({
    path,
    name: path,
    mediaType: 'text/plain',
    open: () => [Buffer.from(content)],
  })
  const lines = chains.flatMap(({ stored }) => stored.map((entry) => `${toLine(entry)}\n`))
  await writeBundle({
    file,
    contents: [
      text('journal.jsonl', lines.join('')),
      text('state.json', canonical(plainState(fold(chains.flatMap(({ bodies }) => bodies))))),
    ],
    privateKey: newSigningKey((size) => Buffer.alloc(size, 11), 'Ann Lee').privateKey,
    lock: { recipients: [recipient] },
    facts: {
      bundleId: `bench-${chains.length}`,
      engagement: { id: 'E', client: 'Northwind Ledger, Inc.', reportType: 'type1', period: null, asOf: '2026-09-30' },
      created: at,
      exporter: { name: 'Ann Lee', deviceId: 'A' },
      application: { name: 'Tickmark', version: '0' },
      purpose: '',
      heads: chains.map(({ deviceId, stored }) => ({ deviceId, seq: stored.length, hash: stored.at(-1)?.hash ?? '' })),
      omissions: [],
    },
  })
}

/** A history: an engagement and its controls, unless another one began it, and titles that are written again and again. */
function chainOf(deviceId: string, apart: number, begun: Chain | null): Chain {
  const chain: Chain = { deviceId, stored: [], bodies: [] }
  let hlc: string | null = null
  const known = begun?.bodies.at(apart - 1)
  for (let seq = 1; seq <= entries; seq += 1) {
    hlc = tick(hlc, 1_000 + (begun === null ? 0 : apart) + seq, deviceId)
    const body: EntryBody = {
      engagementId: 'E',
      deviceId,
      seq,
      hlc,
      at,
      actorId: `P${deviceId}`,
      command: 'control.save',
      heads: begun === null || known === undefined ? {} : { [begun.deviceId]: known.seq },
      changes: begun === null ? changesOf(seq) : [title(seq)],
      prev: chain.stored.at(-1)?.hash ?? noPrevious,
    }
    chain.bodies.push(body)
    chain.stored.push(sealEntry(body, sha256))
  }
  return chain
}

function changesOf(seq: number): Change[] {
  if (seq === 1) {
    const what = { client: 'Northwind Ledger, Inc.', reportType: 'type1', asOf: '2026-09-30' } as const
    return create('engagement', 'E', { ...what, categories: ['security'], createdAt: at })
  }
  return seq <= controls + 1 ? create('control', `c${seq - 1}`, { ref: `C-${seq - 1}`, title: 'First' }) : [title(seq)]
}

const title = (seq: number): Change => ({
  entity: 'control',
  id: `c${1 + (seq % controls)}`,
  field: 'title',
  value: `Title ${seq}`,
})
