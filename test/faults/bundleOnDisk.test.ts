import { watch } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { FaultStore } from './faultStore.ts'

/** Enough that an export is met in its middle, and that a disk of 3 MB is full. */
const evidenceBytes = 24_000_000
let store: FaultStore
let stick: FileRef
let recipient: string

beforeAll(async () => {
  ;({ recipient } = await newIdentity())
  store = await FaultStore.open(async (maker, engagementId) => {
    const file = join(maker.folder, 'log.bin') as FileRef
    await writeFile(file, Buffer.alloc(evidenceBytes, 7))
    await maker.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
    stick = join(maker.folder, 'stick') as FileRef
    await mkdir(stick)
    await maker.call('colleague.save', { name: 'Ben Roth', recipient, compared: true })
    await maker.call('exchange.setFolder', { engagementId, folder: stick })
  })
}, 120_000)
beforeEach(async () => {
  await rm(stick, { recursive: true })
  await mkdir(stick)
})
afterAll(() => store.remove())

const bundle = () => join(stick, 'handed-over.tickmark') as FileRef
const exported = () =>
  store.engine.call('bundle.export', { engagementId: store.engagementId, file: bundle(), recipients: [recipient] })
const exchanged = () => store.engine.call('exchange.sync', { engagementId: store.engagementId })

/** Waits until a file is begun on the stick. */
async function begun(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const watcher = watch(stick, (_, name) => (name?.endsWith('.part') === true ? resolve() : undefined))
  await promise
  watcher.close()
}

it('leaves the older bundle and nothing else on a disk that has no room for a new one', async () => {
  await writeFile(bundle(), 'the older one')
  store.engine.limitFiles(3_000_000)
  await expect(exported()).rejects.toThrow('disk.full')
  expect(await readdir(stick)).toEqual(['handed-over.tickmark'])
  expect(await readFile(bundle(), 'utf8')).toBe('the older one')
  await expect(exchanged()).rejects.toThrow('disk.full')
  expect(await readdir(stick)).toEqual(['handed-over.tickmark'])
  store.engine.limitFiles(null)
  await expect(exchanged()).resolves.toMatchObject({ sent: 3 })
  expect(await readdir(stick)).toHaveLength(2)
})

it('says that the stick is gone where it is pulled out in the middle, and hands over once it is back', async () => {
  for (const handOver of [exported, exchanged]) {
    const pulledOut = begun().then(async () => rm(stick, { recursive: true }))
    // There is one stick.
    await Promise.all([pulledOut, expect(handOver()).rejects.toThrow('disk.removed')])
    await mkdir(stick)
  }
  await expect(exchanged()).resolves.toMatchObject({ sent: 3 })
  expect(await readdir(stick)).toHaveLength(1)
})

it('clears up, when the store is opened again, what an export left that was killed in its middle', async () => {
  const isBegun = begun()
  void exported()
  await isBegun
  await store.engine.kill()
  expect(await readdir(stick)).toEqual(['handed-over.tickmark.part'])
  await store.reopen()
  expect(await readdir(stick)).toEqual([])
  await expect(exported()).resolves.toMatchObject({ files: expect.any(Number) })
  expect(await readdir(stick)).toEqual(['handed-over.tickmark'])
})
