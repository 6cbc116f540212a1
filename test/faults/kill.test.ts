import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { EngineProcess } from './engineProcess.ts'

const passphrase = 'an ordinary sentence of a test'
const rounds = 12
const mostCalls = 60
let folder: string
let store: FileRef
let engagementId: string

const wording = {
  description: 'Two people approve.',
  frequency: 'event',
  type: 'manual',
  nature: 'preventive',
} as const

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-kill-'))
  store = join(folder, 'store') as FileRef
  const engine = await EngineProcess.start()
  await engine.call('store.create', { folder: store, passphrase, name: 'Ada Cole', initials: 'AC', role: 'preparer' })
  await engine.call('store.open', { folder: store, passphrase })
  const created = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  engagementId = created.engagementId
  await engine.kill()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

it(`keeps everything that was answered as saved through ${rounds} kills at random moments of typing`, async () => {
  const acknowledged = new Set<string>()
  let kills = 0
  for (let round = 0; round < rounds; round += 1) {
    const engine = await EngineProcess.start()
    await engine.call('store.open', { folder: store, passphrase })
    const end = typeUntilKilled(engine, round, acknowledged)
    await untilTyped(acknowledged, round, randomInt(1, mostCalls))
    await engine.kill()
    kills += 1
    void end
  }
  const engine = await EngineProcess.start()
  await engine.call('store.open', { folder: store, passphrase })
  const { controls, total } = await engine.call('control.list', { engagementId, limit: 1000 })
  const verdict = await engine.call('journal.verify', { engagementId })
  const check = await engine.call('store.check', { depth: 'full' })
  await engine.kill()
  const kept = new Set(controls.map(({ ref }) => ref))
  expect(kills).toBe(rounds)
  expect([...acknowledged].filter((ref) => !kept.has(ref))).toEqual([])
  expect(total).toBeLessThanOrEqual(acknowledged.size + rounds)
  expect(verdict).toMatchObject({ valid: true, entries: total + 1 })
  expect(check).toMatchObject({ sound: true, findings: [] })
})

/** Adds controls one after the other; the call that is open when the engine dies is never answered. */
async function typeUntilKilled(engine: EngineProcess, round: number, acknowledged: Set<string>): Promise<void> {
  for (let place = 0; place < mostCalls * 10; place += 1) {
    const ref = `R${round}-${place}`
    await engine.call('control.save', { engagementId, ref, title: ref, criteria: ['CC8.1'], ...wording })
    acknowledged.add(ref)
  }
}

async function untilTyped(acknowledged: Set<string>, round: number, count: number): Promise<void> {
  while (!acknowledged.has(`R${round}-${count}`)) await new Promise((done) => setImmediate(done))
}
