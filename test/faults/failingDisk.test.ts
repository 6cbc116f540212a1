import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { storeFileName } from '../../db/store.ts'
import { newIdentity } from '../../electron/engine/bundle/identities.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { control } from '../engine/auditors.ts'
import { FaultStore } from './faultStore.ts'
import { expectSound } from './promises.ts'
import { momentOf, rounds } from './schedule.ts'
import { tally } from './tally.ts'

/** Rounds of each fault: one in every check, twenty by night. */
const each = Math.ceil(rounds / 50)
const controls = 6

let store: FaultStore
beforeEach(async () => {
  store = await FaultStore.open()
})
afterEach(() => store.remove())

/** Runs a program to which the kernel answers a call with an error, where the call is about one of the files. */
function failing(calls: string, error: string, when: string, files: readonly string[]): string[] {
  const paths = files.flatMap((file) => ['-P', file])
  return ['strace', '-f', '-qq', '-o', '/dev/null', ...paths, '-e', `inject=${calls}:error=${error}:when=${when}`]
}

/** The k-th of such calls fails, or that one and every one after it. A control that is saved writes some forty times, and syncs once. */
const faults: [string, string, string, (round: number) => string][] = [
  ['a write that fails (EIO)', 'pwrite64', 'EIO', (round) => `${2 + (momentOf('write', round).milliseconds % 100)}`],
  ['a sync that fails (EIO)', 'fsync,fdatasync', 'EIO', (round) => `${2 + momentOf('sync', round).answers}`],
  ['a full disk (ENOSPC)', 'pwrite64', 'ENOSPC', (round) => `${2 + (momentOf('full', round).milliseconds % 100)}+`],
]

it.each(faults)('keeps what was answered, and nothing by half, through %s', async (fault, calls, error, when) => {
  const log = join(store.store, `${storeFileName}-wal`)
  for (let round = 0; round < each; round += 1) {
    await store.engine.end()
    await store.reopen(store.store, failing(calls, error, when(round), [log]))
    const { engine, engagementId } = store
    const saved: string[] = []
    const refusals: string[] = []
    for (let place = 0; place < controls; place += 1) {
      const ref = `R${round}-${place}`
      await engine.call('control.save', { engagementId, ...control, ref }).then(
        () => saved.push(ref),
        (refusal: Error) => refusals.push(refusal.message.split(':')[0] ?? ''),
      )
    }
    await engine.end()
    await store.reopen()
    await expectSound(store)
    const { controls: held } = await store.engine.call('control.list', { engagementId, limit: 1000 })
    const refs = held.flatMap(({ ref }) => (ref.startsWith(`R${round}-`) ? [ref] : []))
    tally({ fault, rounds: 1, saved: saved.length, lost: saved.filter((ref) => !refs.includes(ref)).length })
    // What was refused was not taken, and there was something to refuse: the fault did strike.
    expect(refs.toSorted()).toEqual(saved)
    expect(refusals).not.toEqual([])
    expect(refusals.filter((code) => !/^store\.(write_failed|disk_full)$/.test(code))).toEqual([])
  }
})

it('says that the stick is gone that is pulled out in the middle of an import or an export, and takes all of it once it is back', async () => {
  const stick = store.at('stick')
  await mkdir(stick)
  const at = (name: string) => join(stick, name) as FileRef
  const { engagementId } = store
  const rows = Array.from({ length: 20_000 }, (_, row) => `T-${row},2026-01-0${1 + (row % 9)},${'x'.repeat(100)}`)
  await writeFile(at('list.csv'), ['id,day,note', ...rows, ''].join('\n'))
  await writeFile(at('log.bin'), Buffer.alloc(4_000_000, 7))
  const { identity, recipient } = await newIdentity()
  await writeFile(at('key.txt'), `${identity}\n`)
  const exported = (file: FileRef) =>
    store.engine.call('bundle.export', { engagementId, file, recipients: [recipient] })
  const works = {
    list: () =>
      store.engine.call('population.import', {
        engagementId,
        name: 'Tickets',
        file: at('list.csv'),
        columns: { itemId: 'id', date: 'day' },
      }),
    evidence: () =>
      store.engine.call('evidence.attach', { target: { entity: 'engagement', id: engagementId }, file: at('log.bin') }),
    export: () => exported(at('new.tickmark')),
    bundle: () => store.engine.call('bundle.import', { file: at('whole.tickmark'), identityFile: at('key.txt') }),
  }
  await works.evidence()
  await exported(at('whole.tickmark'))
  const before = await readFile(at('whole.tickmark'))
  await store.engine.end()
  const pulledOut = ['list.csv', 'log.bin', 'whole.tickmark', 'new.tickmark.part'].map(at)
  // Each thread that reads or writes meets it on its own, at its second call.
  await store.reopen(store.store, failing('read,pread64,write,pwrite64', 'ENODEV', '2+', pulledOut))
  const state = async () => [
    (await store.engine.call('population.list', { engagementId })).populations.length,
    (await store.engine.call('evidence.list', { engagementId })).evidence.length,
    (await store.engine.call('journal.verify', { engagementId })).entries,
  ]
  const found = await state()
  for (const [name, work] of Object.entries(works)) await expect(work(), name).rejects.toThrow('disk.removed')
  expect(await state()).toEqual(found)
  expect(await readFile(at('whole.tickmark'))).toEqual(before)
  await store.engine.end()
  await store.reopen()
  await expectSound(store)
  expect(await state()).toEqual(found)
  tally({ fault: 'a stick that is pulled out', rounds: Object.keys(works).length, saved: 1, lost: 0 })
  for (const work of Object.values(works)) await work()
})
