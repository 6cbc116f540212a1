import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { EngineProcess } from './engineProcess.ts'
import { rounds, shareOf } from './schedule.ts'
import { tally } from './tally.ts'

/** Kills of each work: one in every check, twenty by night. */
const each = Math.ceil(rounds / 50)
/** Milliseconds that such a work takes, until one has ended by itself. */
const usually = 1500
const files = 12
const passphrases = ['an ordinary sentence of a test', 'another ordinary sentence here'] as const
const client = 'Northwind Ledger, Inc.'
let folder: string
let store: FileRef
let engagementId: string
/** Those that may be right: more than one only while a change of it was cut off. */
let possible: string[] = [passphrases[0]]
let recoveryCode: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickmark-kill-keys-'))
  store = join(folder, 'store') as FileRef
  const engine = await EngineProcess.start()
  const [passphrase] = passphrases
  const created = { folder: store, passphrase, name: 'Ada Cole', initials: 'AC', role: 'preparer' } as const
  ;({ recoveryCode } = await engine.call('store.create', created))
  await engine.call('store.open', { folder: store, passphrase })
  ;({ engagementId } = await engine.call('engagement.create', {
    client,
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  }))
  for (let at = 0; at < files; at += 1) {
    const file = join(folder, `file ${at}.bin`) as FileRef
    await writeFile(file, Buffer.alloc(300_000, at + 1))
    await engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file })
  }
  await engine.call('store.backup', {})
  await engine.kill()
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const passphrase = () => possible[0] ?? ''

type Work = (engine: EngineProcess) => Promise<unknown>

const works: [string, Work][] = [
  ['the change of a passphrase', (engine) => changePassphrase(engine, { passphrase: passphrase() })],
  ['a new passphrase by the recovery code', (engine) => changePassphrase(engine, { recoveryCode })],
  ['the change of the data key', (engine) => engine.call('store.rekey', { passphrase: passphrase() })],
  [
    'a new recovery code',
    (engine) =>
      engine
        .call('store.newRecoveryCode', { passphrase: passphrase() })
        .then((made) => (recoveryCode = made.recoveryCode)),
  ],
  ['a backup', (engine) => engine.call('store.backup', {})],
  ['a backup that is put back', restore],
]

it.each(works)(
  `loses nothing where %s is killed at any moment, by the number of kills: ${each}`,
  async (name, work) => {
    let took = usually
    // A call that is never answered ends in nothing; one that is refused is a fault of the work.
    const refusals: unknown[] = []
    for (let round = 0; round < each; round += 1) {
      const engine = await open()
      const begun = performance.now()
      const ended = work(engine).then(
        () => (took = performance.now() - begun),
        (error: unknown) => refusals.push(error),
      )
      await Promise.race([setTimeout(took * shareOf(name, round)), ended])
      await engine.kill()
      expect(refusals).toEqual([])
      const lost = await lostOf()
      tally({ fault: `kill of engine, ${name}`, rounds: 1, saved: files + 1, lost })
      expect(lost).toBe(0)
    }
  },
)

async function changePassphrase(
  engine: EngineProcess,
  unlock: { passphrase: string } | { recoveryCode: string },
): Promise<void> {
  const now = passphrase()
  const next = now === passphrases[0] ? passphrases[1] : passphrases[0]
  possible = [now, next]
  await engine.call('store.changePassphrase', { ...unlock, newPassphrase: next })
  possible = [next]
}

async function restore(engine: EngineProcess): Promise<void> {
  // Of this moment, so that its passphrase and its papers are those that are looked for afterwards.
  await engine.call('store.backup', {})
  const { backups } = await engine.call('store.backups', {})
  await engine.call('store.restore', { name: backups[0]?.name ?? '', passphrase: passphrase() })
}

/** @returns an engine with the store open, by the one passphrase that is right */
async function open(): Promise<EngineProcess> {
  const engine = await EngineProcess.start()
  const opened: string[] = []
  for (const one of possible) {
    const isOpen = await engine.call('store.open', { folder: store, passphrase: one }).then(
      () => true,
      (error: Error) => {
        if (!error.message.startsWith('store.wrong_passphrase')) throw error
        return false
      },
    )
    if (!isOpen) continue
    opened.push(one)
    break
  }
  expect(opened).toHaveLength(1)
  possible = opened
  return engine
}

/** Holds the store to its promises. @returns how many of its papers and files are not there */
async function lostOf(): Promise<number> {
  const engine = await open()
  const { engagements } = await engine.call('engagement.list', {})
  const { evidence } = await engine.call('evidence.list', { engagementId })
  const check = await engine.call('store.check', { depth: 'full' })
  const { backups } = await engine.call('store.backups', {})
  await engine.kill()
  expect(engagements.map((one) => one.client)).toEqual([client])
  expect(check).toMatchObject({ sound: true, findings: [] })
  expect(backups.length).toBeGreaterThan(0)
  expect((await readdir(join(store, 'evidence'))).length).toBe(files)
  expect((await readdir(store)).filter((name) => /\.part$|\.turned|^\.restored/.test(name))).toEqual([])
  return files + 1 - evidence.length - engagements.length
}
