import { chmod, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { control } from '../engine/auditors.ts'
import { treeDigest } from '../engine/treeDigest.ts'
import { FaultStore } from './faultStore.ts'
import { expectControls, expectSound } from './promises.ts'

/** Root may write everywhere. Without these two of its rights it is held to what a folder says, as everybody is. */
const ordinaryRights = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : []
const controls = 6

let store: FaultStore
beforeEach(async () => {
  store = await FaultStore.open()
})
afterEach(async () => {
  await mayWrite(true)
  await store.remove()
})

async function mayWrite(isAllowed: boolean): Promise<void> {
  const entries = await readdir(store.store, { withFileTypes: true, recursive: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name))
  for (const folder of [store.store, ...folders]) await chmod(folder, isAllowed ? 0o700 : 0o500)
}

async function type(): Promise<void> {
  for (let place = 1; place <= controls; place += 1) {
    const ref = `T-${place}`
    await store.engine.call('control.save', { engagementId: store.engagementId, ...control, ref })
  }
}

it('is said to be one when a store is opened in it, which is left as it is', async () => {
  await type()
  await store.engine.end()
  const before = await treeDigest(store.store)
  await mayWrite(false)
  await expect(store.reopen(store.store, ordinaryRights)).rejects.toThrow('store.folder_not_writable')
  expect(await treeDigest(store.store)).toBe(before)
  await mayWrite(true)
  await store.unlock()
  await expectSound(store)
  await expectControls(store, 1 + controls, 'a folder that is read-only')
})

it('refuses what would have to be a new file in it while the store is open, and takes it once it may be written', async () => {
  await store.engine.end()
  await store.reopen(store.store, ordinaryRights)
  const { engine, engagementId } = store
  const file = store.at('ticket.txt')
  await writeFile(file, 'approved')
  const attach = () => engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
  await mayWrite(false)
  await type()
  await expect(attach()).rejects.toThrow('file.unwritable')
  await expect(engine.call('store.backup', {})).rejects.toThrow('store.folder_not_writable')
  expect((await engine.call('evidence.list', { engagementId })).evidence).toEqual([])
  await mayWrite(true)
  await attach()
  await store.killAndReopen()
  await expectSound(store)
  await expectControls(store, 1 + controls, 'a folder that is read-only')
  expect((await store.engine.call('evidence.list', { engagementId })).evidence).toHaveLength(1)
})
