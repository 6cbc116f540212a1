import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addPerson,
  changePassphrase,
  createKeyring,
  openKeyring,
  replaceRecoveryCode,
} from '../../electron/engine/keyring/keyring.ts'
import {
  parseKeyring,
  previousKeyringName,
  readKeyringFile,
  writeKeyringFile,
} from '../../electron/engine/keyring/keyringFile.ts'
import { DomainError } from '../../shared/errors/domainError.ts'
import type { Keyring } from '../../electron/engine/keyring/keyringForm.ts'

const cost = { memoryKiB: 64 * 1024, passes: 2, lanes: 1 }
const passphrase = 'seven lamps on the harbour wall'
const signingKey = randomBytes(32)
const person = { practitionerId: 'ada', passphrase, signingKey, random: randomBytes, cost }
const create = (storeId = 'store-1') => createKeyring(storeId, person)

/** The wraps of the only person of a keyring. */
function wrapsOf({ people }: Keyring): Keyring['people'][number] {
  const [first] = people
  if (first === undefined) throw new TypeError('A keyring has a person')
  return first
}
const withWraps = (from: Keyring, wraps: Partial<Keyring['people'][number]>) => ({
  ...from,
  people: [{ ...wrapsOf(from), ...wraps }],
})

let keyring: Keyring
let dataKey: Buffer
let recoveryCode: string
beforeAll(async () => {
  const created = await create()
  keyring = created.keyring
  dataKey = Buffer.from(created.dataKey)
  recoveryCode = created.recoveryCode
})

const opened = async (by: Parameters<typeof openKeyring>[1], from = keyring) =>
  Buffer.from((await openKeyring(from, by)).dataKey).equals(dataKey)

const changeTo = (unlock: string, newPassphrase: string) =>
  changePassphrase(keyring, { unlock: { passphrase: unlock }, newPassphrase, random: randomBytes, cost })

describe('a keyring', () => {
  it('gives the data key for the passphrase and for the recovery code', async () => {
    expect(dataKey).toHaveLength(32)
    expect(await opened({ passphrase })).toBe(true)
    expect(await opened({ recoveryCode })).toBe(true)
    expect(await opened({ recoveryCode: recoveryCode.toLowerCase().replaceAll('-', ' ') })).toBe(true)
  })

  it('takes the same passphrase from every keyboard', async () => {
    const composed = 'Prüfung im Fjord, Ålborg'
    const other = await createKeyring('s', { ...person, passphrase: composed.normalize('NFC') })
    const typed = await openKeyring(other.keyring, { passphrase: composed.normalize('NFD') })
    expect(Buffer.from(typed.dataKey).equals(other.dataKey)).toBe(true)
  })

  it('tells a wrong passphrase, a wrong code and a mistyped code apart', async () => {
    const other = await create()
    await expect(openKeyring(keyring, { passphrase: `${passphrase}.` })).rejects.toMatchObject({
      code: 'store.wrong_passphrase',
    })
    await expect(openKeyring(keyring, { recoveryCode: other.recoveryCode })).rejects.toMatchObject({
      code: 'keyring.wrong_recovery_code',
    })
    const mistyped = recoveryCode.replace(/^./, (first) => (first === '2' ? '3' : '2'))
    await expect(openKeyring(keyring, { recoveryCode: mistyped })).rejects.toMatchObject({
      code: 'keyring.mistyped_recovery_code',
    })
  })

  it('is bound to its store, its kind of wrap and its cost', async () => {
    const wrong = { code: 'store.wrong_passphrase' }
    const foreign = await create('store-2')
    await expect(openKeyring({ ...keyring, storeId: 'store-2' }, { passphrase })).rejects.toMatchObject(wrong)
    await expect(
      openKeyring(withWraps(keyring, { passphrase: wrapsOf(foreign.keyring).passphrase }), { passphrase }),
    ).rejects.toMatchObject(wrong)
    const wrap = wrapsOf(keyring).passphrase
    const cheaper = withWraps(keyring, { passphrase: { ...wrap, kdf: { ...wrap.kdf, passes: 3 } } })
    await expect(openKeyring(cheaper, { passphrase })).rejects.toMatchObject(wrong)
  })

  it('does not hold the data key, the passphrase or the code in any readable form', () => {
    const text = JSON.stringify(keyring)
    const keys = [dataKey, signingKey].flatMap((key) => [key.toString('base64'), key.toString('hex')])
    for (const secret of [...keys, passphrase, recoveryCode]) expect(text).not.toContain(secret)
  })

  it('with a changed passphrase opens by the new one and the same recovery code, with the same data key', async () => {
    const newPassphrase = 'eight lamps on the harbour wall'
    const changed = await changePassphrase(keyring, {
      unlock: { passphrase },
      newPassphrase,
      random: randomBytes,
      cost,
    })
    expect(await opened({ passphrase: newPassphrase }, changed)).toBe(true)
    expect(await opened({ recoveryCode }, changed)).toBe(true)
    await expect(openKeyring(changed, { passphrase })).rejects.toMatchObject({ code: 'store.wrong_passphrase' })
    const forgotten = await changePassphrase(changed, {
      unlock: { recoveryCode },
      newPassphrase: passphrase,
      random: randomBytes,
      cost,
    })
    expect(await opened({ passphrase }, forgotten)).toBe(true)
  })

  it('is not changed for whoever does not know the passphrase, nor to a weak one', async () => {
    await expect(changeTo('not the passphrase at all', 'a new and long one')).rejects.toMatchObject({
      code: 'store.wrong_passphrase',
    })
    await expect(changeTo(passphrase, 'short')).rejects.toMatchObject({ code: 'keyring.weak_passphrase' })
  })

  it('with a new recovery code no longer opens by the old one', async () => {
    const replaced = await replaceRecoveryCode(keyring, { unlock: { passphrase }, random: randomBytes })
    expect(await opened({ recoveryCode: replaced.recoveryCode }, replaced.keyring)).toBe(true)
    await expect(openKeyring(replaced.keyring, { recoveryCode })).rejects.toMatchObject({
      code: 'keyring.wrong_recovery_code',
    })
  })

  it('opens for each of its people by a passphrase of their own, with the same data key and a signing key of their own', async () => {
    const [second, other] = [randomBytes(32), 'five boats under the long bridge']
    const added = await addPerson(
      keyring,
      { practitionerId: 'ben', passphrase: other, signingKey: second, random: randomBytes, cost },
      dataKey,
    )
    const [ada, ben] = [
      await openKeyring(added.keyring, { passphrase }),
      await openKeyring(added.keyring, { passphrase: other }),
    ]
    expect([ada.practitionerId, ben.practitionerId]).toEqual(['ada', 'ben'])
    expect([ada, ben].map((keys) => Buffer.from(keys.dataKey).equals(dataKey))).toEqual([true, true])
    expect([Buffer.from(ada.signingKey), Buffer.from(ben.signingKey)]).toEqual([signingKey, second])
    expect((await openKeyring(added.keyring, { recoveryCode: added.recoveryCode })).practitionerId).toBe('ben')
    await expect(openKeyring(added.keyring, { passphrase: other, practitionerId: 'ada' })).rejects.toMatchObject({
      code: 'store.wrong_passphrase',
    })
    const swapped = {
      ...added.keyring,
      people: added.keyring.people.map((one, place, all) => ({
        ...one,
        practitionerId: all[1 - place]?.practitionerId ?? '',
      })),
    }
    await expect(openKeyring(swapped, { passphrase })).rejects.toMatchObject({ code: 'store.wrong_passphrase' })
  })

  it('has no two people with the same passphrase', async () => {
    const twin = { practitionerId: 'ben', passphrase, signingKey: randomBytes(32), random: randomBytes, cost }
    await expect(addPerson(keyring, twin, dataKey)).rejects.toMatchObject({ code: 'practitioner.passphrase_taken' })
  })

  it('is made at the usual cost where nothing else is said: 256 MiB, 3 passes', async () => {
    const usual = await createKeyring('s', { practitionerId: 'ada', passphrase, signingKey, random: randomBytes })
    expect(wrapsOf(usual.keyring).passphrase.kdf).toMatchObject({
      name: 'argon2id',
      memoryKiB: 262_144,
      passes: 3,
      lanes: 1,
    })
  })
})

function outcomeOf(text: string): string {
  try {
    return isDeepStrictEqual(parseKeyring(text), keyring) ? 'the same' : 'another one'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('a keyring on the disk', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tickmark-keyring-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })
  const file = () => join(folder, 'keyring.json')
  const edit = (change: (text: string) => string) => {
    writeFileSync(file(), change(readFileSync(file(), 'utf8')))
  }

  it('is read as it was written, is private, and the one before is kept', async () => {
    await writeKeyringFile(folder, keyring)
    const second = { ...keyring, marks: { 'd1/e1': '812:abc' } }
    await writeKeyringFile(folder, second)
    expect(await readKeyringFile(folder)).toEqual(second)
    expect(await readKeyringFile(folder, previousKeyringName)).toEqual(keyring)
    expect(readdirSync(folder).toSorted()).toEqual(['keyring.json', 'keyring.previous.json'])
    expect(statSync(file()).mode & 0o777).toBe(0o600)
  })

  it('that was damaged never takes the place of the good one before', async () => {
    await writeKeyringFile(folder, keyring)
    await writeKeyringFile(folder, keyring)
    edit((text) => text.slice(0, 100))
    await writeKeyringFile(folder, { ...keyring, marks: { a: '1' } })
    expect(await readKeyringFile(folder, previousKeyringName)).toEqual(keyring)
  })

  it('is damaged, not a wrong passphrase, with any byte flipped', async () => {
    await writeKeyringFile(folder, keyring)
    const bytes = readFileSync(file())
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ (1 << (at & 7))
      // Between the fields a space may become another space; then the keyring is the same.
      expect(['the same', 'keyring.damaged', 'keyring.newer_version'], `byte ${at}`).toContain(
        outcomeOf(altered.toString('utf8')),
      )
    }
  })

  it('of a newer program, or none at all, is told apart', async () => {
    await expect(readKeyringFile(folder)).rejects.toMatchObject({ code: 'keyring.missing' })
    await writeKeyringFile(folder, keyring)
    edit((text) => text.replace('"version": 1', '"version": 2'))
    await expect(readKeyringFile(folder)).rejects.toMatchObject({
      code: 'keyring.newer_version',
      details: { found: 2, known: 1 },
    })
    for (const text of ['', '{}', 'null', '[]', '"x"', '{"format":"tickmark-keyring"}']) {
      writeFileSync(file(), text)
      await expect(readKeyringFile(folder), text).rejects.toMatchObject({ code: 'keyring.damaged' })
    }
  })

  it.each([
    ['memoryKiB', 32 * 1024],
    ['memoryKiB', 2 * 1024 * 1024],
    ['memoryKiB', 64 * 1024 + 0.5],
    ['passes', 1],
    ['passes', 1_000_000],
    ['lanes', 0],
    ['lanes', 255],
  ])('that asks for %s of %d is refused before any work', (field, value) => {
    const wrap = wrapsOf(keyring).passphrase
    const people = [{ ...wrapsOf(keyring), passphrase: { ...wrap, kdf: { ...wrap.kdf, [field]: value } } }]
    const asked = { ...keyring, people, checksum: 'a'.repeat(64) }
    const refusal = expect.objectContaining({
      code: 'keyring.damaged',
      details: { problem: `at people.0.passphrase.kdf.${field}` },
    })
    expect(() => parseKeyring(JSON.stringify(asked))).toThrow(refusal)
  })

  it('with a field that it does not know is refused', () => {
    for (const more of [
      { note: 'x' },
      { marks: { a: 1 } },
      { people: [{ ...wrapsOf(keyring), hint: 'harbour' }] },
      { people: [wrapsOf(keyring), wrapsOf(keyring)] },
      { people: [] },
    ]) {
      expect(() => parseKeyring(JSON.stringify({ ...keyring, checksum: 'a'.repeat(64), ...more }))).toThrow(
        expect.objectContaining({ code: 'keyring.damaged' }),
      )
    }
  })

  it('cannot be written into a folder that is gone, and says so', async () => {
    await expect(writeKeyringFile(join(folder, 'none'), keyring)).rejects.toMatchObject({ code: 'file.unwritable' })
  })
})
