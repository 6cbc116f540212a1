import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPopulation } from '../engine/fieldwork.ts'
import { FaultStore } from './faultStore.ts'
import { killRounds } from './killRounds.ts'
import { rounds } from './schedule.ts'
import { drawing, importing, typing } from './works.ts'

const rows = 3000
const here = Math.ceil(rounds / 2)
let store: FaultStore
let populationId: string

const list = Array.from({ length: rows }, (_, at) => `T-${at},2026-01-0${1 + (at % 9)},${'x'.repeat(60)}`)

beforeAll(async () => {
  store = await FaultStore.open(async (maker, engagementId) => {
    populationId = await addPopulation(maker, engagementId, list.slice(0, 400))
  })
  await writeFile(store.at('list.csv'), ['id,day,note', ...list, ''].join('\n'))
})
afterAll(() => store.remove())

it(`keeps everything that was answered through ${here} kills in the middle of typing, importing and drawing`, async () => {
  const { engagementId, controlId } = store
  const file = store.at('list.csv')
  const works = [
    typing(engagementId),
    importing(engagementId, file, rows),
    drawing(engagementId, controlId, populationId),
  ]
  expect(await killRounds(store, works, here)).toEqual([])
  // Of one file and one mapping there is the file and its rows, however often it was imported, and nothing that was cut off.
  const last = { engagementId, name: 'Last', file, columns: { itemId: 'id', date: 'day' } }
  await store.engine.call('population.import', last)
  expect(await readdir(join(store.store, 'evidence'))).toHaveLength(2 * 2)
})
