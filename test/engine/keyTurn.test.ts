import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openKeyring, turnDataKey } from '../../electron/engine/keyring/keyring.ts'
import { changeKeyring, parseKeyring } from '../../electron/engine/keyring/keyringFile.ts'
import { newSigningKey } from '../../electron/engine/bundle/signingKey.ts'
import { readPublicKey } from '../../electron/engine/bundle/sshPublicKey.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { openTables } from '../specification/store.ts'
import { openTestEngine, type TestEngine, testPassphrase } from './openTestEngine.ts'

const benSays = 'five boats under the long bridge'
const ben = { name: 'Ben Ruiz', initials: 'BR', role: 'senior', passphrase: benSays } as const
let engine: TestEngine
let benCode: string

beforeEach(async () => {
  engine = await openTestEngine()
  const { engagementId } = await engine.call('engagement.create', {
    client: 'Northwind Ledger, Inc.',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
  benCode = (await engine.call('practitioner.add', ben)).recoveryCode
  for (const name of ['list.txt', 'screen.txt']) {
    const file = join(engine.folder, name) as FileRef
    await writeFile(file, `what ${name} says`)
    await engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
  }
})
afterEach(() => engine.close())

const inStore = (...names: string[]) => join(engine.storeFolder, ...names)
const storedNames = () => readdir(inStore('evidence'))
const reopen = async (unlock: { passphrase: string } | { recoveryCode: string }) => {
  await engine.call('store.lock', {})
  return engine.call('store.open', { folder: engine.storeFolder, ...unlock })
}
const expectWhole = async () => {
  expect((await engine.call('engagement.list', {})).engagements).toMatchObject([{ client: 'Northwind Ledger, Inc.' }])
  expect(await engine.call('store.check', { depth: 'full' })).toMatchObject({ sound: true, findings: [] })
}

describe('a change of the data key', () => {
  it('leaves everybody their passphrase and recovery code, and every file another name and key', async () => {
    const before = await storedNames()
    expect(await engine.call('store.rekey', { passphrase: testPassphrase })).toEqual({ turned: 2, left: 0 })
    await expectWhole()
    const after = await storedNames()
    expect(after).toHaveLength(2)
    expect(after.filter((name) => before.includes(name))).toEqual([])
    await engine.call('store.rekey', { passphrase: testPassphrase })
    const everybody = [
      { passphrase: testPassphrase },
      { passphrase: benSays },
      { recoveryCode: engine.recoveryCode },
      { recoveryCode: benCode },
    ]
    for (const unlock of everybody) await expect(reopen(unlock)).resolves.toMatchObject({ open: true })
    await expectWhole()
  })

  it('shuts out whoever kept the keyring from before, and opens by the words of the specification', async () => {
    await copyFile(inStore('keyring.json'), join(engine.folder, 'kept.json'))
    await engine.call('store.rekey', { passphrase: testPassphrase })
    await engine.call('store.lock', {})
    expect(await readdir(engine.storeFolder)).not.toContain('keyring.previous.json')
    const tables = await openTables(engine.storeFolder, benSays)
    expect(tables.prepare('SELECT client FROM engagement').all()).toEqual([{ client: 'Northwind Ledger, Inc.' }])
    tables.close()
    await copyFile(join(engine.folder, 'kept.json'), inStore('keyring.json'))
    await expect(reopen({ passphrase: testPassphrase })).rejects.toMatchObject({ code: 'store.damaged' })
  })

  it('is asked for by the passphrase of whoever is signed in, and waits for work that runs', async () => {
    await expect(engine.call('store.rekey', { passphrase: benSays })).rejects.toMatchObject({
      code: 'store.wrong_passphrase',
    })
    const both = await Promise.allSettled([
      engine.call('store.rekey', { passphrase: testPassphrase }),
      engine.call('store.rekey', { passphrase: testPassphrase }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'store.work_running' } })
    await expectWhole()
  })

  it('that was cut off before the keyring said so is as if it had never begun', async () => {
    await mkdir(join(engine.folder, 'aside'))
    const keyring = await readFile(inStore('keyring.json'))
    await engine.call('store.lock', {})
    await copyFile(inStore('store.db'), join(engine.folder, 'aside', 'store.db'))
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    await engine.call('store.rekey', { passphrase: testPassphrase })
    await engine.call('store.lock', {})
    await rename(inStore('store.db'), inStore('store.db.turned'))
    await copyFile(join(engine.folder, 'aside', 'store.db'), inStore('store.db'))
    await writeFile(inStore('keyring.json'), keyring)
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    expect(await readdir(engine.storeFolder)).not.toContain('store.db.turned')
    expect((await engine.call('engagement.list', {})).engagements).toHaveLength(1)
  })

  it('that was cut off before the tables were in place is ended at the next opening', async () => {
    await engine.call('store.lock', {})
    await copyFile(inStore('store.db'), join(engine.folder, 'before.db'))
    await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
    await engine.call('store.rekey', { passphrase: testPassphrase })
    await engine.call('store.lock', {})
    await rename(inStore('store.db'), inStore('store.db.turned'))
    await copyFile(join(engine.folder, 'before.db'), inStore('store.db'))
    await writeFile(inStore('store.db-wal'), 'a log of the tables under the old key')
    await expect(reopen({ passphrase: benSays })).resolves.toMatchObject({ open: true })
    await expectWhole()
    expect(await readdir(engine.storeFolder)).not.toContain('store.db.turned')
  })

  it('leaves a damaged file as it is, which the check goes on naming', async () => {
    const [name = ''] = await storedNames()
    const bytes = await readFile(inStore('evidence', name))
    await writeFile(inStore('evidence', name), bytes.subarray(0, -1))
    expect(await engine.call('store.rekey', { passphrase: testPassphrase })).toEqual({ turned: 1, left: 1 })
    expect(await storedNames()).toContain(name)
    expect((await engine.call('store.check', { depth: 'full' })).findings).toHaveLength(1)
  })
})

describe('a data key that is handed on', () => {
  it('is refused where whoever made it did not hold the key before it', async () => {
    const { practitioner } = await engine.call('store.status', {})
    const publicKeyOf = () => readPublicKey(practitioner?.publicKey ?? '')
    const forged = { from: Buffer.alloc(32, 1), to: Buffer.alloc(32, 2) }
    const random = (size: number) => Buffer.alloc(size, 3)
    changeKeyring(engine.storeFolder, (keyring) => turnDataKey(keyring, forged, publicKeyOf, random), 'not kept')
    await expect(reopen({ passphrase: testPassphrase })).rejects.toMatchObject({ code: 'keyring.damaged' })
  })

  it('is read by nobody but whom it was sealed to', async () => {
    const keyring = parseKeyring(await readFile(inStore('keyring.json'), 'utf8'))
    const { dataKey } = await openKeyring(keyring, { passphrase: testPassphrase })
    const random = (size: number) => Buffer.alloc(size, 3)
    const stranger = readPublicKey(newSigningKey(random, 'Eve').publicKey)
    const turned = turnDataKey(keyring, { from: dataKey, to: Buffer.alloc(32, 2) }, () => stranger, random)
    await expect(openKeyring(turned, { passphrase: testPassphrase })).rejects.toMatchObject({ code: 'keyring.damaged' })
  })
})

describe('a recovery code', () => {
  it('that is made anew opens in the place of the one before', async () => {
    await expect(engine.call('store.newRecoveryCode', { passphrase: benSays })).rejects.toMatchObject({
      code: 'store.wrong_passphrase',
    })
    const { recoveryCode } = await engine.call('store.newRecoveryCode', { passphrase: testPassphrase })
    await expect(reopen({ recoveryCode: engine.recoveryCode })).rejects.toMatchObject({
      code: 'keyring.wrong_recovery_code',
    })
    await expect(engine.call('store.open', { folder: engine.storeFolder, recoveryCode })).resolves.toMatchObject({
      practitioner: { name: 'Ada Cole' },
    })
  })

  it('sets a new passphrase where the old one is forgotten, for its owner alone', async () => {
    const newPassphrase = 'seven kites over the quiet dunes'
    await reopen({ recoveryCode: engine.recoveryCode })
    await expect(engine.call('store.changePassphrase', { recoveryCode: benCode, newPassphrase })).rejects.toMatchObject(
      { code: 'keyring.wrong_recovery_code' },
    )
    await engine.call('store.changePassphrase', { recoveryCode: engine.recoveryCode, newPassphrase })
    await expect(reopen({ passphrase: newPassphrase })).resolves.toMatchObject({ practitioner: { name: 'Ada Cole' } })
    await expect(reopen({ recoveryCode: engine.recoveryCode })).resolves.toMatchObject({ open: true })
  })

  it('and a passphrase that two people change at once are both kept', async () => {
    const newPassphrase = 'seven kites over the quiet dunes'
    const [{ recoveryCode }] = await Promise.all([
      engine.call('practitioner.add', {
        name: 'Cat Voss',
        initials: 'CV',
        role: 'senior',
        passphrase: 'a third sentence of a test',
      }),
      engine.call('store.changePassphrase', { passphrase: testPassphrase, newPassphrase }),
    ])
    await expect(reopen({ passphrase: newPassphrase })).resolves.toMatchObject({ open: true })
    await expect(reopen({ recoveryCode })).resolves.toMatchObject({ practitioner: { name: 'Cat Voss' } })
  })
})
