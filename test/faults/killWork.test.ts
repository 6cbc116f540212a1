import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addPopulation } from '../engine/fieldwork.ts'
import { FaultStore } from './faultStore.ts'
import { killRounds } from './killRounds.ts'
import { rounds, spansOf } from './schedule.ts'
import { drawing, importing, typing } from './works.ts'

const rows = 3000
const list = Array.from({ length: rows }, (_, at) => `T-${at},2026-01-0${1 + (at % 9)},${'x'.repeat(60)}`)
let store: FaultStore
let populationId: string

beforeEach(async () => {
  store = await FaultStore.open(async (maker, engagementId) => {
    populationId = await addPopulation(maker, engagementId, list.slice(0, 400))
  })
  await writeFile(store.at('list.csv'), ['id,day,note', ...list, ''].join('\n'))
})
afterEach(() => store.remove())

it.each(spansOf(Math.ceil(rounds / 2)))(
  'keeps everything that was answered through kills $first to $end in the middle of typing, importing and drawing',
  async (span) => {
    const { engagementId, controlId } = store
    const file = store.at('list.csv')
    const works = [
      typing(engagementId),
      importing(engagementId, file, rows),
      drawing(engagementId, controlId, populationId),
    ]
    expect(await killRounds(store, works, span)).toEqual([])
    // Of one file and one mapping there is the file and its rows, however often it was imported, and nothing that was cut off.
    const last = { engagementId, name: 'Last', file, columns: { itemId: 'id', date: 'day' } }
    await store.engine.call('population.import', last)
    expect(await readdir(join(store.store, 'evidence'))).toHaveLength(2 * 2)
  },
)
