import { cp, rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { currentVersion } from '../../db/migrations/index.ts'
import { control } from '../engine/auditors.ts'
import { FaultStore } from './faultStore.ts'
import { writeOlderStore } from './olderStore.ts'
import { expectControls, expectSound } from './promises.ts'
import { momentOf, rounds } from './schedule.ts'

const controls = 60
/** How many of the rounds: a store is brought to a newer form once, while others work all day. */
const here = Math.ceil(rounds / 5)
let store: FaultStore

beforeAll(async () => {
  store = await FaultStore.open(async (maker, engagementId) => {
    for (let place = 1; place < controls; place += 1) {
      await maker.call('control.save', { engagementId, ...control, ref: `CHG-${place + 1}` })
    }
  })
  await store.engine.call('store.lock', {})
  await writeOlderStore(store.store, store.at('older'), currentVersion - 12)
})
afterAll(() => store.remove())

it(`opens with everything in it after each of ${here} kills while it is brought to a newer form`, async () => {
  let interrupted = 0
  for (let round = 0; round < here; round += 1) {
    const folder = store.at(`older-${round}`)
    await cp(store.at('older'), folder, { recursive: true })
    let isOpen = false
    void store.unlock(folder).then(() => (isOpen = true))
    await setTimeout(momentOf('migration', round).milliseconds)
    if (!isOpen) interrupted += 1
    await store.killAndReopen(folder)
    await expectControls(store, controls, 'kill of engine, migration')
    await expectSound(store)
    await store.engine.call('store.lock', {})
    await rm(folder, { recursive: true })
  }
  expect(interrupted).toBeGreaterThan(0)
})
