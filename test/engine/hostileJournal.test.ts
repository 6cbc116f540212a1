import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeBundle } from '../../electron/engine/bundle/writeBundle.ts'
import type { FileRef } from '../../shared/contract/values.ts'
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
import { exporter, facts, textFile } from '../fixtures/bundle/sampleBundle.ts'
import { engagementOf } from './auditors.ts'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'
import { treeDigest } from './treeDigest.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const engagement = create('engagement', 'e1', {
  client: 'Nordlys Hosting A/S',
  reportType: 'type2',
  categories: ['security'],
  createdAt: '2026-01-15T09:30:00.000+01:00',
  periodStart: '2025-01-01',
  periodEnd: '2025-12-31',
  asOf: null,
})
const control = (id: string) => create('control', id, { ref: 'CHG-01', title: 'Change approval', owner: null })
const write = (entity: string, id: string, field: string, value: Change['value']): Change => ({
  entity,
  id,
  field,
  value,
})

let engine: TestEngine
let own: { engagementId: string; controlId: string }
beforeAll(async () => {
  engine = await openTestEngine()
  own = await engagementOf(engine)
})
afterAll(() => engine.close())

function entry(changes: Change[], other: Partial<EntryBody> = {}): StoredEntry {
  const body: EntryBody = {
    engagementId: 'e1',
    deviceId: 'd1',
    seq: 1,
    hlc: tick(null, 1_000, 'd1'),
    at: '2026-01-15T09:30:00.000+01:00',
    actorId: 'p1',
    command: 'engagement.create',
    heads: {},
    changes,
    prev: noPrevious,
    ...other,
  }
  return sealEntry(body, sha256)
}

let bundles = 0

/** Signs a bundle whose every hash is right, whatever its journal says, and hands it to the store. */
async function handOver(entries: StoredEntry[], withState = true): Promise<unknown> {
  bundles += 1
  const file = join(engine.folder, `hostile-${bundles}.tickmark`) as FileRef
  const { recipient } = await engine.call('colleague.ownCard', {})
  const bodies = entries.map(({ body }) => JSON.parse(body) as EntryBody)
  const ends = new Map(
    bodies.map(({ deviceId, seq }, place) => [deviceId, { deviceId, seq, hash: entries[place]?.hash ?? '' }]),
  )
  const state = textFile('state.json', canonical(plainState(fold(bodies))))
  await writeBundle({
    file,
    contents: [textFile('journal.jsonl', `${entries.map(toLine).join('\n')}\n`), ...(withState ? [state] : [])],
    facts: { ...facts, heads: [...ends.values()] },
    privateKey: exporter.privateKey,
    lock: { recipients: [recipient] },
  })
  return engine.call('bundle.import', { file })
}

describe('a journal that its maker signed and that no honest program writes', () => {
  it.each([
    [
      'makes somebody a practitioner of this store',
      [write('practitioner', 'p9', 'name', 'Eve')],
      'bundle.invalid_journal',
    ],
    ['makes this store believe a key', [write('signer', 's9', 'principal', 'Eve')], 'bundle.invalid_journal'],
    ['chooses an exchange folder', [write('exchangeFolder', 'e1', 'path', '/')], 'bundle.invalid_journal'],
    ['speaks of another engagement', [write('engagement', 'e2', 'client', 'X')], 'bundle.invalid_journal'],
    ['joins the team of another engagement', [write('teamMember', 'e2:p1', 'name', 'Eve')], 'bundle.invalid_journal'],
    ['has a number for a text', [write('control', 'c1', 'title', 7)], 'bundle.invalid_journal'],
    ['has no value for what must have one', [write('control', 'c1', 'title', null)], 'bundle.invalid_journal'],
    ['has a value longer than any', [write('control', 'c1', 'title', 'x'.repeat(1_000_001))], 'bundle.invalid_journal'],
    ['has a field of a newer program', [write('control', 'c1', 'colour', 'red')], 'bundle.newer_content'],
    ['has an entity of a newer program', [write('forecast', 'f1', 'text', 'rain')], 'bundle.newer_content'],
    ['reaches for the prototype of a table', [write('__proto__', 'c1', 'title', 'X')], 'bundle.newer_content'],
    ['reaches for the prototype of a row', [write('control', 'c1', '__proto__', {})], 'bundle.newer_content'],
    ['reaches for a constructor', [write('constructor', 'c1', 'prototype', {})], 'bundle.newer_content'],
    [
      'tests a control that is not there',
      [
        ...create('procedure', 'q1', {
          controlId: 'nowhere',
          sampleId: null,
          aspect: 'design',
          nature: 'inquiry',
          timing: null,
          text: 'x',
        }),
      ],
      'bundle.refused_rows',
    ],
    ['leaves out what a row must have', [write('control', 'c1', 'title', 'X')], 'bundle.refused_rows'],
  ])('is refused where it %s, and changes nothing', async (_what, changes, code) => {
    const before = await treeDigest(engine.storeFolder)
    await expect(handOver([entry([...engagement, ...changes])], false)).rejects.toMatchObject({ code })
    expect(await treeDigest(engine.storeFolder)).toBe(before)
  })

  it.each([
    ['of another engagement', { engagementId: 'e2' }],
    ['whose chain begins in its middle', { seq: 2 }],
    ['that follows an entry that is not there', { prev: 'a'.repeat(64) }],
    ['with the time of another device', { hlc: tick(null, 1_000, 'd2') }],
    ['with a time after which no clock could tick', { hlc: 'ffffffffffff-ffffff-d1' }],
    ['that knew an entry which is not there', { heads: { d2: 4 } }],
    ['that names its own device among the others', { heads: { d1: 1 } }],
    ['that knew what a prototype wrote', { heads: Object.fromEntries([['__proto__', 1]]) }],
  ] as [string, Partial<EntryBody>][])('is refused with an entry %s', async (_what, other) => {
    const before = await treeDigest(engine.storeFolder)
    await expect(handOver([entry(engagement, other)], false)).rejects.toMatchObject({ code: 'bundle.invalid_journal' })
    expect(await treeDigest(engine.storeFolder)).toBe(before)
  })

  it('cannot take over a paper of another engagement of this store by its id', async () => {
    const title = async () => (await engine.call('control.get', { controlId: own.controlId })).title
    const taking = handOver([entry([...engagement, ...control(own.controlId)])])
    await expect(taking).rejects.toMatchObject({ code: 'bundle.refused_rows' })
    expect(await title()).toBe('Change approval')
    const foreign = [
      ...engagement,
      write('control', own.controlId, 'title', 'Nothing'),
      write('control', own.controlId, 'deleted', true),
    ]
    await expect(handOver([entry(foreign)])).rejects.toMatchObject({ code: 'bundle.refused_rows' })
    expect(await title()).toBe('Change approval')
  })

  it('is refused with a state that it does not give, and taken without one of these lies', async () => {
    const honest = entry([...engagement, ...control('c1')])
    const before = await treeDigest(engine.storeFolder)
    const other = { ...honest, body: honest.body.replace('Change approval', 'Change refusal') }
    await expect(handOver([other])).rejects.toMatchObject({ code: 'bundle.invalid_journal' })
    expect(await treeDigest(engine.storeFolder)).toBe(before)
    await expect(handOver([honest])).resolves.toMatchObject({ engagementId: 'e1', added: 1, isNewEngagement: true })
  })
})
