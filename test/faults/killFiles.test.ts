import { mkdir } from 'node:fs/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FileRef } from '../../shared/contract/values.ts'
import { control, bundleFor } from '../engine/auditors.ts'
import { introduce } from '../engine/exchangeTeam.ts'
import { openTestEngine, type TestEngine } from '../engine/openTestEngine.ts'
import { FaultStore } from './faultStore.ts'
import { killRounds } from './killRounds.ts'
import { rounds, spansOf } from './schedule.ts'
import { exporting, merging, turningKey } from './works.ts'

const controlsEach = 40
let store: FaultStore
let ben: TestEngine
let bundles: FileRef[]
let recipient: string

beforeEach(async () => {
  ben = await openTestEngine({ name: 'Ben Roth' })
  store = await FaultStore.open(async (maker, engagementId) => {
    await ben.call('bundle.import', { file: await bundleFor(ben, maker, engagementId) })
    await introduce(ben, maker)
    ;({ recipient } = await maker.call('colleague.ownCard', {}))
    bundles = []
    for (let bundle = 0; bundle < 6; bundle += 1) {
      await addControls(engagementId, bundle)
      bundles.push(await bundleFor(maker, ben, engagementId))
    }
  })
  await mkdir(store.at('stick'))
})
afterEach(async () => {
  await store.remove()
  await ben.close()
})

async function addControls(engagementId: string, bundle: number): Promise<void> {
  for (let place = 0; place < controlsEach; place += 1) {
    await ben.call('control.save', { engagementId, ...control, ref: `B-${bundle}-${place}` })
  }
}

it.each(spansOf(Math.floor(rounds / 2)))(
  'keeps everything that was answered through kills $first to $end in the middle of exporting, merging and turning the key',
  async (span) => {
    const { engagementId } = store
    const works = [exporting(engagementId, store.at('stick'), recipient), merging(engagementId, bundles, controlsEach)]
    expect(await killRounds(store, [...works, turningKey()], span)).toEqual([])
  },
)
