import { existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'

let engine: TestEngine

const engagement = {
  client: 'Northwind Ledger, Inc.',
  reportType: 'type2',
  period: { start: '2025-10-01', end: '2026-09-30' },
  categories: ['security'],
} as const
const scope = { ...engagement, categories: [...engagement.categories] }

beforeEach(async () => {
  engine = await openTestEngine()
})
afterEach(() => engine.close())

const reopen = (passphrase = testPassphrase) => engine.call('store.open', { folder: engine.storeFolder, passphrase })

describe('a store', () => {
  it('holds what was entered after it is locked and opened again, with the passphrase or the recovery code', async () => {
    await engine.call('engagement.create', scope)
    await engine.call('store.lock', {})
    await expect(engine.call('engagement.list', {})).rejects.toMatchObject({ code: 'store.locked' })
    await engine.call('store.open', { folder: engine.storeFolder, recoveryCode: engine.recoveryCode })
    const { engagements } = await engine.call('engagement.list', {})
    expect(engagements).toMatchObject([{ client: 'Northwind Ledger, Inc.' }])
  })

  it('shows nothing of a client in any of its files', async () => {
    await engine.call('engagement.create', scope)
    const files = await readdir(engine.storeFolder, { recursive: true, withFileTypes: true })
    const contents = await Promise.all(
      files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
    )
    expect(contents.length).toBeGreaterThan(1)
    expect(
      contents.filter(
        (content) => content.includes('Northwind') || content.includes(Buffer.from('Northwind', 'utf16le')),
      ),
    ).toEqual([])
    expect((await readFile(join(engine.storeFolder, 'store.db'))).subarray(0, 15).toString('latin1')).not.toBe(
      'SQLite format 3',
    )
  })

  it('refuses a wrong passphrase, and makes whoever guesses wait longer each time', async () => {
    await engine.call('store.lock', {})
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(reopen('not the passphrase at all')).rejects.toMatchObject({ code: 'store.wrong_passphrase' })
    }
    await expect(reopen()).rejects.toMatchObject({ code: 'store.wait', details: { seconds: 2 } })
    engine.clock.set('2026-10-20T09:00:03Z')
    await expect(reopen()).resolves.toMatchObject({ open: true })
  })

  it('is open in one program at a time', async () => {
    const second = await openTestEngine({ create: false })
    await expect(
      second.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase }),
    ).rejects.toMatchObject({ code: 'store.in_use' })
    await second.close()
    await expect(engine.call('engagement.list', {})).resolves.toEqual({ engagements: [] })
  })

  it('of a newer program is refused and left as it is', async () => {
    await engine.call('store.lock', {})
    await withOutsideTool(engine.storeFolder, (connection) => connection.pragma('user_version=99'))
    const before = await readFile(join(engine.storeFolder, 'store.db'))
    await expect(reopen()).rejects.toMatchObject({ code: 'store.newer_version', details: { found: 99 } })
    expect((await readFile(join(engine.storeFolder, 'store.db'))).equals(before)).toBe(true)
  })

  it('that was emptied or replaced by an unencrypted database is refused, never taken for a new one', async () => {
    await engine.call('store.lock', {})
    const file = join(engine.storeFolder, 'store.db')
    await writeFile(file, 'SQLite format 3\0 and more')
    await expect(reopen()).rejects.toMatchObject({ code: 'store.damaged' })
    await truncate(file)
    await expect(reopen()).rejects.toMatchObject({ code: 'store.damaged' })
  })

  it('is not created over another one', async () => {
    const again = {
      folder: engine.storeFolder,
      passphrase: testPassphrase,
      name: 'Eve',
      initials: 'E',
      role: 'preparer',
    } as const
    await expect(engine.call('store.create', again)).rejects.toMatchObject({ code: 'store.already_exists' })
    await expect(
      engine.call('store.create', { ...again, folder: join(engine.folder, 'new'), passphrase: '1234' }),
    ).rejects.toMatchObject({ code: 'keyring.weak_passphrase' })
    expect(existsSync(join(engine.folder, 'new', 'store.db'))).toBe(false)
  })

  it('opens with the new passphrase alone once it was changed', async () => {
    const newPassphrase = 'another ordinary sentence'
    await engine.call('store.changePassphrase', { passphrase: testPassphrase, newPassphrase })
    await engine.call('store.lock', {})
    await expect(reopen()).rejects.toMatchObject({ code: 'store.wrong_passphrase' })
    await expect(reopen(newPassphrase)).resolves.toMatchObject({ open: true })
  })

  it('is backed up into a folder that opens like the store itself', async () => {
    await engine.call('engagement.create', scope)
    const folder = join(engine.folder, 'backup') as FileRef
    await expect(engine.call('store.backup', { folder })).resolves.toMatchObject({ engagements: 1 })
    await expect(engine.call('store.backup', { folder })).rejects.toMatchObject({ code: 'store.folder_not_empty' })
    await engine.call('store.lock', {})
    await engine.call('store.open', { folder, passphrase: testPassphrase })
    await expect(engine.call('engagement.list', {})).resolves.toMatchObject({
      engagements: [{ client: 'Northwind Ledger, Inc.' }],
    })
    await expect(engine.call('store.check', { depth: 'full' })).resolves.toMatchObject({ sound: true })
  })

  it('is found unsound when a byte of an evidence file was changed', async () => {
    const { engagementId } = await engine.call('engagement.create', scope)
    const file = join(engine.folder, 'screen.png') as FileRef
    await writeFile(file, 'not really a picture')
    await engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
    const evidence = join(engine.storeFolder, 'evidence')
    const [name = ''] = await readdir(evidence)
    const bytes = await readFile(join(evidence, name))
    await writeFile(
      join(evidence, name),
      bytes.map((byte, place) => (place === bytes.length - 1 ? byte ^ 1 : byte)),
    )
    const check = await engine.call('store.check', { depth: 'full' })
    expect(check).toMatchObject({ sound: false, findings: [{ place: expect.stringMatching(/^evidence /) }] })
  })

  it('is locked even where the page cannot be read that says how far its journals go', async () => {
    await engine.call('engagement.create', scope)
    await engine.call('store.lock', {})
    const page = await withOutsideTool(engine.storeFolder, (connection) =>
      connection
        .prepare<[], { rootpage: number }>(`SELECT rootpage FROM sqlite_schema WHERE name = 'journal_head'`)
        .get(),
    )
    const file = await open(join(engine.storeFolder, 'store.db'), 'r+')
    await file.write(Buffer.from([1, 2, 3, 4]), 0, 4, ((page?.rootpage ?? 1) - 1) * 4096 + 1000)
    await file.close()
    await reopen()
    await engine.call('store.lock', {})
    expect(await engine.call('store.status', {})).toMatchObject({ open: false })
  })

  it('lists evidence with its hash, and says where the same bytes were used before', async () => {
    const { engagementId } = await engine.call('engagement.create', scope)
    const target = { entity: 'engagement', id: engagementId } as const
    const file = join(engine.folder, 'list.txt') as FileRef
    await writeFile(file, 'abc')
    const first = await engine.call('evidence.attach', { target, file, receivedFrom: 'Client' })
    expect(first).toMatchObject({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      alreadyUsedFor: [],
    })
    await expect(engine.call('evidence.attach', { target, file })).resolves.toMatchObject({ alreadyUsedFor: [target] })
    await expect(engine.call('evidence.list', { engagementId })).resolves.toMatchObject({
      evidence: [{ name: 'list.txt', size: 3 }, { name: 'list.txt' }],
    })
    const missing = { target: { entity: 'control', id: 'nobody' }, file } as const
    await expect(engine.call('evidence.attach', missing)).rejects.toMatchObject({ code: 'evidence.target_not_found' })
    await mkdir(join(engine.folder, 'folder'))
    await expect(engine.call('evidence.attach', { target, file: join(engine.folder, 'folder') })).rejects.toMatchObject(
      { code: 'file.not_regular' },
    )
  })
})
