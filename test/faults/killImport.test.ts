import { randomInt } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { EngineProcess } from './engineProcess.ts'

const passphrase = 'an ordinary sentence of a test'
const rounds = 8
/** Milliseconds within which an import is killed: from its first to about its last moment. */
const longestImport = 900
let folder: string
let store: FileRef
let list: FileRef
let engagementId: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-kill-import-'))
  store = join(folder, 'store') as FileRef
  list = join(folder, 'list.csv') as FileRef
  const rows = Array.from({ length: 100_000 }, (_, at) => `T-${at},2026-01-0${1 + (at % 9)},${'x'.repeat(60)}`)
  await writeFile(list, ['id,day,note', ...rows, ''].join('\n'))
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

const importList = (engine: EngineProcess, name: string) =>
  engine.call('population.import', { engagementId, name, file: list, columns: { itemId: 'id', date: 'day' } })

it(`has a whole population or none after each of ${rounds} kills at random moments of an import`, async () => {
  const answered = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const engine = await EngineProcess.start()
    await engine.call('store.open', { folder: store, passphrase })
    const name = `Round ${round}`
    void importList(engine, name).then(() => answered.add(name))
    await setTimeout(randomInt(longestImport))
    await engine.kill()
  }
  const engine = await EngineProcess.start()
  await engine.call('store.open', { folder: store, passphrase })
  const { populations } = await engine.call('population.list', { engagementId })
  const names = new Set(populations.map(({ name }) => name))
  const check = await engine.call('store.check', { depth: 'full' })
  expect([...answered].filter((name) => !names.has(name))).toEqual([])
  expect(populations.every(({ rows, unsettled }) => rows === 100_000 && unsettled === 0)).toBe(true)
  expect(check).toMatchObject({ sound: true, findings: [] })
  // Of one file and one mapping there is the file and its rows, however often it was imported, and nothing that was cut off.
  await importList(engine, 'Last')
  await engine.kill()
  expect(await readdir(join(store, 'evidence'))).toHaveLength(2)
})
