import { watch } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { EngineProcess } from './engineProcess.ts'

const passphrase = 'an ordinary sentence of a test'
/** Enough that an export is met in its middle, and that a disk of 3 MB is full. */
const evidenceBytes = 24_000_000
let folder: string
let stick: FileRef
let store: FileRef
let engine: EngineProcess
let engagementId: string
let recipient: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-on-disk-'))
  store = join(folder, 'store') as FileRef
  stick = join(folder, 'stick') as FileRef
  ;({ recipient } = await newIdentity())
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
  const file = join(folder, 'log.bin') as FileRef
  await writeFile(file, Buffer.alloc(evidenceBytes, 7))
  await engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
  await mkdir(stick)
  await engine.call('colleague.save', { name: 'Ben Roth', recipient, compared: true })
  await engine.call('exchange.setFolder', { engagementId, folder: stick })
}, 120_000)
beforeEach(async () => {
  await rm(stick, { recursive: true })
  await mkdir(stick)
})
afterAll(async () => {
  await engine.kill()
  await rm(folder, { recursive: true, force: true })
})

const bundle = () => join(stick, 'handed-over.tickmark') as FileRef
const exported = () => engine.call('bundle.export', { engagementId, file: bundle(), recipients: [recipient] })
const exchanged = () => engine.call('exchange.sync', { engagementId })

/** Waits until a file is begun on the stick. */
async function begun(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const watcher = watch(stick, (_, name) => (name?.endsWith('.part') === true ? resolve() : undefined))
  await promise
  watcher.close()
}

it('leaves the older bundle and nothing else on a disk that has no room for a new one', async () => {
  await writeFile(bundle(), 'the older one')
  engine.limitFiles(3_000_000)
  await expect(exported()).rejects.toThrow('disk.full')
  expect(await readdir(stick)).toEqual(['handed-over.tickmark'])
  expect(await readFile(bundle(), 'utf8')).toBe('the older one')
  await expect(exchanged()).rejects.toThrow('disk.full')
  expect(await readdir(stick)).toEqual(['handed-over.tickmark'])
  engine.limitFiles(null)
  await expect(exchanged()).resolves.toMatchObject({ sent: 2 })
  expect(await readdir(stick)).toHaveLength(2)
})

it('says that the stick is gone where it is pulled out in the middle, and hands over once it is back', async () => {
  for (const handOver of [exported, exchanged]) {
    const pulledOut = begun().then(async () => rm(stick, { recursive: true }))
    // There is one stick.
    await Promise.all([pulledOut, expect(handOver()).rejects.toThrow('disk.removed')])
    await mkdir(stick)
  }
  await expect(exchanged()).resolves.toMatchObject({ sent: 2 })
  expect(await readdir(stick)).toHaveLength(1)
})

it('clears up, when the store is opened again, what an export left that was killed in its middle', async () => {
  const isBegun = begun()
  void exported()
  await isBegun
  await engine.kill()
  expect(await readdir(stick)).toEqual(['handed-over.tickmark.part'])
  engine = await EngineProcess.start()
  await engine.call('store.open', { folder: store, passphrase })
  expect(await readdir(stick)).toEqual([])
  await expect(exported()).resolves.toMatchObject({ files: expect.any(Number) })
  expect(await readdir(stick)).toEqual(['handed-over.tickmark'])
})
