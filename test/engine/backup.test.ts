import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'

let engine: TestEngine
let engagementId: string

beforeEach(async () => {
  engine = await openTestEngine()
  ;({ engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  }))
  await attach('list.txt')
})
afterEach(() => engine.close())

const passphrase = testPassphrase
const inFolder = (...names: string[]) => join(engine.folder, ...names) as FileRef
const reopen = () => engine.call('store.open', { folder: engine.storeFolder, passphrase })
const names = async () => (await engine.call('store.backups', {})).backups.map(({ name }) => name)

async function attach(name: string): Promise<void> {
  await writeFile(inFolder(name), `what ${name} says`)
  await engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file: inFolder(name) })
}

async function evidenceNames(): Promise<string[]> {
  return (await engine.call('evidence.list', { engagementId })).evidence.map(({ name }) => name).toSorted()
}

async function onDay(day: string, work: () => Promise<unknown> = () => attach(`of ${day}.txt`)): Promise<boolean> {
  engine.clock.set(`${day}T09:00:00Z`)
  await work()
  return (await engine.call('store.backupDue', {})).taken
}

describe('backups', () => {
  it('are taken once a day where something changed, hold files once, and make room for newer ones', async () => {
    await engine.call('store.setBackupPlan', { daily: 2, weekly: 2 })
    expect(await onDay('2026-10-20')).toBe(true)
    expect(await onDay('2026-10-20')).toBe(false)
    expect(await onDay('2026-10-21', async () => undefined)).toBe(true)
    expect(await onDay('2026-10-22', async () => undefined)).toBe(false)
    expect(await onDay('2026-10-23')).toBe(true)
    expect(await onDay('2026-10-27')).toBe(true)
    const { backups } = await engine.call('store.backups', {})
    expect(backups.map(({ takenAt }) => takenAt.slice(0, 10))).toEqual(['2026-10-27', '2026-10-23'])
    expect(backups[0]).toMatchObject({ engagements: 1 })
    const [newest = '', before = ''] = backups.map(({ name }) => join(engine.storeFolder, 'backups', name, 'evidence'))
    const shared = await readdir(before)
    const inodes = async (folder: string) =>
      Promise.all(shared.map(async (name) => (await stat(join(folder, name))).ino))
    expect(await inodes(newest)).toEqual(await inodes(before))
    expect(await readdir(newest)).toHaveLength(shared.length + 1)
  })

  it('are kept where the auditor says, beside those of other stores, which nobody touches', async () => {
    const disk = inFolder('disk')
    await engine.call('store.setBackupPlan', { folder: disk, daily: 1, weekly: 0 })
    expect(await engine.call('store.backupPlan', {})).toEqual({ daily: 1, weekly: 0, folder: 'disk' })
    const other = await openTestEngine()
    await other.call('store.setBackupPlan', { folder: disk, daily: 1, weekly: 0 })
    await other.call('store.backup', {})
    await other.close()
    await engine.call('store.backup', {})
    await mkdir(join(disk, 'tickmark-cut off.part'))
    engine.clock.set('2026-10-21T09:00:00Z')
    expect(await engine.call('store.backup', {})).toMatchObject({ removed: 1 })
    expect(await names()).toHaveLength(1)
    expect(await readdir(disk)).toHaveLength(2)
    await engine.call('store.lock', {})
    expect((await engine.call('store.backups', { folder: disk })).backups).toHaveLength(2)
  })

  it('keep nobody waiting: what is done meanwhile is done at once, and is not in them', async () => {
    const ended: string[] = []
    const backup = engine.call('store.backup', {}).finally(() => ended.push('backup'))
    const check = engine.call('store.check', { depth: 'quick' }).finally(() => ended.push('check'))
    await attach('meanwhile.txt').finally(() => ended.push('evidence'))
    expect((await check).sound).toBe(true)
    const { folder } = await backup
    expect(ended[0]).toBe('evidence')
    await engine.call('store.lock', {})
    await engine.call('store.restore', { backup: folder, folder: engine.storeFolder, passphrase })
    await reopen()
    expect(await evidenceNames()).toEqual(['list.txt'])
  })

  it('end without a trace where the store is locked before they are whole', async () => {
    const backup = engine.call('store.backup', {})
    const locked = engine.call('store.lock', {})
    await expect(backup).rejects.toMatchObject({ name: expect.stringMatching(/AbortError|DomainError/) })
    await locked
    expect(await readdir(join(engine.storeFolder, 'backups'))).toEqual([])
  })

  it('are refused where a file of the store is damaged, and leave nothing half written', async () => {
    const [name = ''] = await readdir(join(engine.storeFolder, 'evidence'))
    await truncate(join(engine.storeFolder, 'evidence', name), 20)
    await expect(engine.call('store.backup', {})).rejects.toMatchObject({ code: 'blob.damaged' })
    expect(await readdir(join(engine.storeFolder, 'backups'))).toEqual([])
  })
})

describe('a backup that is put back', () => {
  it('is the store again with all that it held; what was there is kept aside, and the store says that it is older', async () => {
    await engine.call('store.backup', {})
    await attach('later.txt')
    const [name = ''] = await names()
    const restored = await engine.call('store.restore', { name, passphrase })
    expect(restored).toMatchObject({ engagements: 1, replaced: 'replaced-20261020090000000' })
    await expect(engine.call('engagement.list', {})).rejects.toMatchObject({ code: 'store.locked' })
    const { notices } = await reopen()
    expect(notices).toMatchObject([{ lost: [{ client: 'Northwind Ledger, Inc.', problem: 'older' }] }])
    expect(await evidenceNames()).toEqual(['list.txt'])
    expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true })
    expect(await names()).toEqual([name])
    await engine.call('store.lock', {})
    await engine.call('store.open', { folder: inFolder('store', 'replaced-20261020090000000'), passphrase })
    expect(await evidenceNames()).toEqual(['later.txt', 'list.txt'])
  })

  it('is never the store that is open', async () => {
    const itself = engine.call('store.restore', { backup: engine.storeFolder, folder: inFolder('other'), passphrase })
    await expect(itself).rejects.toMatchObject({ code: 'backup.not_found' })
  })

  it('takes the place of a damaged store, and makes one where there was none', async () => {
    const { folder } = await engine.call('store.backup', {})
    await engine.call('store.lock', {})
    await writeFile(inFolder('store', 'store.db'), 'rubbish')
    const backup = folder as FileRef
    await engine.call('store.restore', { backup, folder: engine.storeFolder, passphrase })
    await expect(reopen()).resolves.toMatchObject({ open: true })
    expect(await evidenceNames()).toEqual(['list.txt'])
    await engine.call('store.lock', {})
    const elsewhere = inFolder('another computer')
    await expect(
      engine.call('store.restore', { backup, folder: elsewhere, recoveryCode: engine.recoveryCode }),
    ).resolves.toMatchObject({ replaced: null })
    await expect(engine.call('store.open', { folder: elsewhere, passphrase })).resolves.toMatchObject({ notices: [] })
  })

  it('is refused where it is damaged, of another store, or nobody has its passphrase; then nothing was changed', async () => {
    const { folder } = await engine.call('store.backup', { folder: inFolder('copy') })
    const backup = folder as FileRef
    const other = await openTestEngine()
    const restore = (params: object) =>
      engine.call('store.restore', { backup, folder: engine.storeFolder, passphrase, ...params })
    await expect(restore({ folder: other.storeFolder })).rejects.toMatchObject({ code: 'backup.other_store' })
    await other.close()
    await expect(restore({ passphrase: 'not the one at all' })).rejects.toMatchObject({
      code: 'store.wrong_passphrase',
    })
    await expect(restore({ backup: engine.folder })).rejects.toMatchObject({ code: 'backup.not_found' })
    await expect(engine.call('store.restore', { name: '../store', passphrase })).rejects.toMatchObject({
      code: 'backup.not_found',
    })
    const [name = ''] = await readdir(join(backup, 'evidence'))
    await rm(join(backup, 'evidence', name))
    await expect(restore({})).rejects.toMatchObject({ code: 'backup.not_sound' })
    const second = await openTestEngine({ create: false })
    await expect(
      second.call('store.restore', { backup, folder: engine.storeFolder, passphrase }),
    ).rejects.toMatchObject({ code: 'backup.not_sound' })
    await second.close()
    expect(await evidenceNames()).toEqual(['list.txt'])
    expect((await readdir(engine.storeFolder)).filter((each) => each.startsWith('.'))).toEqual([])
  })

  it('is not put in the place of a store that another program has open', async () => {
    const { folder } = await engine.call('store.backup', { folder: inFolder('copy') })
    const second = await openTestEngine({ create: false })
    const restore = { backup: folder as FileRef, folder: engine.storeFolder, passphrase }
    await expect(second.call('store.restore', restore)).rejects.toMatchObject({ code: 'store.in_use' })
    await second.close()
    await attach('goes on.txt')
  })

  it('and was cut off between any two steps is in its place at the next opening', async () => {
    const { folder } = await engine.call('store.backup', { folder: inFolder('copy') })
    await attach('later.txt')
    await engine.call('store.lock', {})
    const keyring = await readFile(inFolder('store', 'keyring.json'))
    const before = inFolder('before')
    await cp(engine.storeFolder, before, { recursive: true })
    const steps = ['evidence', 'keyring.json', 'store.db']
    for (const [done] of [...steps, 'none'].entries()) {
      await rm(engine.storeFolder, { recursive: true })
      await cp(before, engine.storeFolder, { recursive: true })
      const whole = inFolder('store', '.restored-20261020090000000')
      await cp(folder, whole, { recursive: true })
      await writeFile(join(whole, 'keyring.json'), keyring)
      await mkdir(inFolder('store', 'replaced-20261020090000000'))
      for (const name of steps.slice(0, done)) {
        await rename(inFolder('store', name), inFolder('store', 'replaced-20261020090000000', name))
        await rename(join(whole, name), inFolder('store', name))
      }
      await reopen()
      expect(await evidenceNames()).toEqual(['list.txt'])
      await engine.call('store.lock', {})
      expect(existsSync(whole)).toBe(false)
    }
  })
})
