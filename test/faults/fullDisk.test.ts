import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { control } from '../engine/auditors.ts'
import { FaultStore } from './faultStore.ts'
import { expectControls, expectSound } from './promises.ts'

const rows = 60_000
let store: FaultStore

beforeEach(async () => {
  store = await FaultStore.open()
  const list = Array.from({ length: rows }, (_, at) => `T-${at},2026-01-0${1 + (at % 9)},${'x'.repeat(100)}`)
  await writeFile(store.at('list.csv'), ['id,day,note', ...list, ''].join('\n'))
})
afterEach(() => store.remove())

it('checks the store where the disk has no room for a copy of it', async () => {
  const { engine, engagementId } = store
  // It waits in the log, which has to be written into the file before that is copied.
  await engine.call('control.save', { engagementId, ...control, ref: 'T-1' })
  engine.limitFiles(40_000)
  expect(await engine.call('store.check', { depth: 'quick' })).toMatchObject({ sound: true })
  engine.limitFiles(null)
  await expectSound(store)
})

it('leaves nothing of an import that the disk has no room for, and takes it once there is', async () => {
  const { engine, engagementId } = store
  const columns = { itemId: 'id', date: 'day' }
  const importList = () =>
    engine.call('population.import', { engagementId, name: 'Tickets', file: store.at('list.csv'), columns })
  engine.limitFiles(3_000_000)
  await expect(importList()).rejects.toThrow('disk.full')
  expect((await engine.call('population.list', { engagementId })).populations).toEqual([])
  expect(await readdir(join(store.store, 'evidence'))).toEqual([])
  await expectSound(store)
  await expectControls(store, 1, 'an import that the disk has no room for')
  engine.limitFiles(null)
  expect(await importList()).toMatchObject({ rows })
})
