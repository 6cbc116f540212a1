import { cp, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { storeFileName } from '../../db/store.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { control } from '../engine/auditors.ts'
import { testPassphrase } from '../engine/openTestEngine.ts'
import { EngineProcess } from './engineProcess.ts'
import { FaultStore } from './faultStore.ts'
import { expectControls, expectSound } from './promises.ts'

const pageBytes = 4096
/** Pages of the file that are damaged, one after the other, spread over all of it. */
const damagedPages = 12
const controls = 8

let store: FaultStore
beforeEach(async () => (store = await FaultStore.open()))
afterEach(() => store.remove())

async function type(): Promise<void> {
  for (let place = 1; place <= controls; place += 1) {
    const ref = `T-${place}`
    await store.engine.call('control.save', { engagementId: store.engagementId, ...control, ref })
  }
}

it('names a store of which one page is not what was written, and deletes nothing', async () => {
  await type()
  await store.engine.call('store.lock', {})
  const file = join(store.store, storeFileName)
  const sound = await readFile(file)
  const pages = sound.length / pageBytes
  for (let place = 0; place < damagedPages; place += 1) {
    const at = Math.floor((place * pages) / damagedPages) * pageBytes + 1000
    const damaged = Buffer.from(sound)
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    await writeFile(file, damaged)
    expect(await verdict()).toMatch(/^store\.damaged|Tree \d+ page|malformed|Page \d+|A page of its file/)
    // What is sound goes on being indexed, so the file may grow.
    expect((await stat(file)).size).toBeGreaterThanOrEqual(sound.length)
  }
  await writeFile(file, sound)
  expect(await verdict()).toBe('sound')
  await store.unlock()
  await expectControls(store, 1 + controls, 'a damaged page', damagedPages)
})

/** Opens the store and checks it in full. @returns what is said of it */
async function verdict(): Promise<string> {
  try {
    await store.unlock()
    const { sound, findings } = await store.engine.call('store.check', { depth: 'full' })
    return sound ? 'sound' : findings.map(({ what }) => what).join(', ')
  } catch (error) {
    return error instanceof Error ? error.message.replace(/:.*/s, '') : ''
  } finally {
    await store.engine.call('store.lock', {})
  }
}

it('holds whole entries alone where the write-ahead log was cut, and says so where it held more', async () => {
  await type()
  await store.engine.kill()
  const log = `${storeFileName}-wal`
  const { size } = await stat(join(store.store, log))
  const held: number[] = []
  const told: number[] = []
  for (const part of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
    const folder = store.at(`cut-${part}`)
    await cp(store.store, folder, { recursive: true })
    await truncate(join(folder, log), Math.floor(size * part))
    await store.reopen(folder)
    const { engine, engagementId } = store
    held.push((await engine.call('control.list', { engagementId })).total)
    told.push((await engine.call('store.status', {})).notices.length)
    await expectSound(store)
    await engine.kill()
  }
  expect(held).toEqual(held.toSorted((a, b) => a - b))
  expect([held[0], held.at(-1)]).toEqual([1, 1 + controls])
  // The keyring beside the store remembers the first entry of every half minute.
  expect([told[0], told.at(-1)]).toEqual([1, 0])
  await store.reopen()
  await expectControls(store, 1 + controls, 'a write-ahead log that is cut, and whole again', held.length)
})

it('refuses a second program the store, by whichever path it comes, and goes on in the first', async () => {
  await symlink(store.store, store.at('by another path'))
  const second = await EngineProcess.start()
  // The lock of a file goes where its process closes any other handle of it: these three read it beside SQLite.
  await store.engine.call('store.lock', {})
  const twice = await Promise.allSettled([store.unlock(), store.unlock()])
  expect(twice.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await store.engine.call('store.backup', {})
  await store.engine.call('store.check', {})
  for (const folder of [store.store, store.at('by another path')]) {
    const opened = second.call('store.open', { folder, passphrase: testPassphrase })
    // There is one lock.
    await expect(opened).rejects.toThrow('store.in_use')
  }
  await second.kill()
  await type()
  await expectSound(store)
  await expectControls(store, 1 + controls, 'two programs at one store', 2)
})

it('says that a disk is gone of which a read fails, and takes nothing', async () => {
  // What lies at the beginning of a process' memory cannot be read: EIO, as from a stick that was pulled out.
  const file = '/proc/self/mem' as FileRef
  const { engine, engagementId } = store
  const attached = engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
  await expect(attached).rejects.toThrow('disk.removed')
  expect((await engine.call('evidence.list', { engagementId })).evidence).toEqual([])
})

it('takes no change where nothing can be written, keeps what was saved, and goes on once it can', async () => {
  const { engine } = store
  engine.limitFiles(0)
  await expect(type()).rejects.toThrow(/store\.(disk_full|write_failed)/)
  await expectControls(store, 1, 'a limit that no file may pass')
  engine.limitFiles(null)
  await type()
  await expectSound(store)
  await expectControls(store, 1 + controls, 'a limit that no file may pass')
})
