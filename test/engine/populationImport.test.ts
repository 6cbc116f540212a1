import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openEncrypted } from '../../db/sqlite.ts'
import { storeFileName } from '../../db/store.ts'
import { openKeyring } from '../../electron/engine/keyring/keyring.ts'
import { readKeyringFile } from '../../electron/engine/keyring/keyringFile.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testPassphrase } from './openTestEngine.ts'
import { type DemoEngine, openDemoEngine } from './demoEngagement.ts'

let engine: DemoEngine
beforeEach(async () => (engine = await openDemoEngine()))
afterEach(() => engine.close())

const rows = (count: number) =>
  Array.from({ length: count }, (_, at) => `T-${at},2026-01-01,${'x'.repeat(90)}`).join('\n')
const params = async (content: string) => ({
  engagementId: engine.engagementId,
  name: 'Tickets',
  file: await engine.file(content),
  columns: { itemId: 'id', date: 'day' },
})
const populations = async () =>
  (await engine.call('population.list', { engagementId: engine.engagementId })).populations
const entries = async () => (await engine.call('journal.list', { engagementId: engine.engagementId })).entries.length
const evidenceFiles = () => readdir(join(engine.storeFolder, 'evidence')).catch(() => [])

/** Counts what the tables hold, past the engine. */
async function storedRows(): Promise<unknown> {
  await engine.call('store.lock', {})
  const { dataKey: key } = await openKeyring(await readKeyringFile(engine.storeFolder), { passphrase: testPassphrase })
  const connection = openEncrypted(join(engine.storeFolder, storeFileName), Buffer.from(key), 'open')
  const counts = connection
    .prepare(
      'SELECT (SELECT count(*) FROM population_block) AS rows, (SELECT count(*) FROM population_found) AS imports',
    )
    .get()
  connection.close()
  return counts
}

/** Calls `act` once the job has written its first rows. */
function afterFirstRows(act: (jobId: string) => void): void {
  const { push } = engine.events
  let done = false
  engine.events.push = (...added) => {
    const [{ event, payload } = { event: null, payload: null }] = added
    const isReading = event === 'job.progress' && (payload as { phase: string }).phase === 'Reading rows'
    if (isReading && !done) {
      done = true
      act((payload as { jobId: string }).jobId)
    }
    return push.apply(engine.events, added)
  }
}

it('leaves nothing when it is cancelled in the middle', async () => {
  const before = await entries()
  const asked = params(`id,day,note\n${rows(40_000)}\n`)
  afterFirstRows((jobId) => void engine.call('job.cancel', { jobId }))
  await expect(engine.call('population.import', await asked)).rejects.toMatchObject({ code: 'call.cancelled' })
  expect(await populations()).toEqual([])
  expect(await entries()).toBe(before)
  expect(await evidenceFiles()).toEqual([])
  expect(await storedRows()).toEqual({ rows: 0, imports: 0 })
})

it('leaves nothing when the store is locked in the middle, and the next import works', async () => {
  const asked = params(`id,day,note\n${rows(40_000)}\n`)
  afterFirstRows(() => void engine.call('store.lock', {}))
  await expect(engine.call('population.import', await asked)).rejects.toMatchObject({ code: 'call.cancelled' })
  await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
  expect(await populations()).toEqual([])
  const { rows: taken } = await engine.call('population.import', await params('id,day,note\n1,2026-01-01,x\n'))
  expect(taken).toBe(1)
})

it('lets the auditor go on working while rows arrive', async () => {
  const asked = params(`id,day,note\n${rows(30_000)}\n`)
  let saved: Promise<unknown> = Promise.resolve()
  afterFirstRows(() => {
    saved = engine.call('control.save', {
      engagementId: engine.engagementId,
      ref: 'A-1',
      title: 'Meanwhile',
      criteria: [],
      description: '',
      frequency: 'daily',
      type: 'manual',
      nature: 'detective',
    })
  })
  const outcome = await engine.call('population.import', await asked)
  await saved
  expect(outcome.rows).toBe(30_000)
  const { entries: list } = await engine.call('journal.list', { engagementId: engine.engagementId })
  expect(list.map(({ command }) => command).filter((command) => command !== 'engagement.create')).toEqual(
    expect.arrayContaining(['control.save', 'population.import']),
  )
})

it('keeps a file once, however often it is imported', async () => {
  const asked = await params('id,day\n1,2026-01-01\n')
  await engine.call('population.import', asked)
  await engine.call('population.import', { ...asked, name: 'Again' })
  expect(await populations()).toHaveLength(2)
  // The file as received, and its rows.
  expect(await evidenceFiles()).toHaveLength(2)
})

it('takes a mapping to a column of few values without standing still, and lists what shares an id', async () => {
  const content = `id,day\n${Array.from({ length: 20_000 }, (_, at) => `kind-${at % 3},2026-01-01`).join('\n')}\n`
  const { populationId, duplicates } = await engine.call('population.import', await params(content))
  expect(duplicates.map(({ itemId, settled }) => [itemId, settled])).toEqual([['kind-0', false]])
  expect((await populations())[0]).toMatchObject({ unsettled: 3 })
  await expect(
    engine.call('population.conclude', { populationId, complete: true, accurate: true, procedure: 'x' }),
  ).rejects.toMatchObject({ code: 'population.duplicate_id', details: { itemId: 'kind-0' } })
})

it('is hidden with its file when it is removed, and its history stays', async () => {
  const { populationId } = await engine.call('population.import', await params('id,day\n1,2026-01-01\n'))
  await engine.call('population.remove', { populationId })
  expect(await populations()).toEqual([])
  expect((await engine.call('evidence.list', { engagementId: engine.engagementId })).evidence).toEqual([])
  await expect(engine.call('population.get', { populationId })).rejects.toMatchObject({ code: 'population.not_found' })
  expect(await engine.call('journal.verify', { engagementId: engine.engagementId })).toMatchObject({ valid: true })
})
