import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { EngineProcess } from './engineProcess.ts'

const passphrase = 'an ordinary sentence of a test'
let folder: string
let store: FileRef
let list: FileRef
let engine: EngineProcess
let engagementId: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-full-disk-'))
  store = join(folder, 'store') as FileRef
  list = join(folder, 'list.csv') as FileRef
  const rows = Array.from({ length: 60_000 }, (_, at) => `T-${at},2026-01-0${1 + (at % 9)},${'x'.repeat(100)}`)
  await writeFile(list, ['id,day,note', ...rows, ''].join('\n'))
  engine = await EngineProcess.start()
  await engine.call('store.create', { folder: store, passphrase, name: 'Ada Cole', initials: 'AC', role: 'preparer' })
  await engine.call('store.open', { folder: store, passphrase })
  const created = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  engagementId = created.engagementId
})
afterEach(async () => {
  await engine.kill()
  await rm(folder, { recursive: true, force: true })
})

it('leaves nothing of an import that the disk has no room for, and takes it once there is', async () => {
  const importList = () =>
    engine.call('population.import', {
      engagementId,
      name: 'Tickets',
      file: list,
      columns: { itemId: 'id', date: 'day' },
    })
  engine.limitFiles(3_000_000)
  await expect(importList()).rejects.toThrow('disk.full')
  expect((await engine.call('population.list', { engagementId })).populations).toEqual([])
  expect(await readdir(join(store, 'evidence'))).toEqual([])
  expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true, findings: [] })
  engine.limitFiles(null)
  expect(await importList()).toMatchObject({ rows: 60_000 })
})
