import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from '../../db/sqlite.ts'
import type { ResultOf } from '../../shared/contract/index.ts'
import { demoFile, type DemoEngine, openDemoEngine } from './demoEngagement.ts'
import { testPassphrase } from './openTestEngine.ts'
import { withOutsideTool } from './outsideTool.ts'

let engine: DemoEngine

beforeEach(async () => {
  engine = await openDemoEngine()
  await engine.call('control.import', { engagementId: engine.engagementId, file: demoFile('controls.csv') })
  await engine.call('population.import', {
    engagementId: engine.engagementId,
    name: 'Incidents',
    file: demoFile('incidents.csv'),
    columns: { itemId: 'incident_id', date: 'reported' },
  })
  await engine.call('engagement.update', {
    engagementId: engine.engagementId,
    client: 'Northwind',
    reportType: 'type2',
    period: { start: '2025-10-01', end: '2026-09-30' },
    categories: ['security'],
  })
})
afterEach(() => engine.close())

/** Works on the tables behind the program's back, and lets the program verify. */
async function verdictAfter(work: (connection: Connection) => unknown): Promise<ResultOf<'journal.verify'>> {
  await engine.call('store.lock', {})
  await withOutsideTool(engine.storeFolder, (connection) => {
    expect(connection.prepare('SELECT client FROM engagement').pluck().get()).toBe('Northwind')
    work(connection)
  })
  await engine.call('store.open', { folder: engine.storeFolder, passphrase: testPassphrase })
  return engine.call('journal.verify', { engagementId: engine.engagementId })
}

const sql = (text: string) => (connection: Connection) => connection.exec(text)
const last = `(SELECT max(position) FROM journal_entry WHERE engagement_id <> 'store')`
const first = `(SELECT min(position) FROM journal_entry WHERE engagement_id <> 'store')`

const listedOtherwise = 'The entry is listed under another device, time, person or command than its own.'

describe('verifying the journal of a real store', () => {
  it('finds nothing wrong with what the program wrote', async () => {
    const verdict = await verdictAfter(() => undefined)
    expect(verdict).toMatchObject({ valid: true, entries: 4, clockBehind: null })
    expect(verdict.heads[0]?.words.split(' ')).toHaveLength(8)
  })

  it.each([
    [
      'a title changed in its row',
      sql(`UPDATE control SET title = 'Forged' WHERE ref = 'CHG-01'`),
      { what: 'row', entity: 'control', field: 'title', words: 'CHG-01' },
    ],
    [
      'a row hidden in its table',
      sql(`UPDATE control SET deleted = 1 WHERE ref = 'CHG-01'`),
      { what: 'row', entity: 'control', field: 'deleted' },
    ],
    [
      'a row removed',
      sql(`DELETE FROM control_version WHERE control_id = (SELECT id FROM control WHERE ref = 'CHG-01')`),
      { what: 'row', entity: 'controlVersion' },
    ],
    [
      'a row that no entry speaks of',
      sql(`INSERT INTO control (id, engagement_id, ref, title) SELECT 'x', engagement_id, 'X', 'X' FROM engagement`),
      { what: 'row', entity: 'control', id: 'x' },
    ],
    [
      'a population whose rows were changed',
      sql('UPDATE evidence_file SET key = zeroblob(32) WHERE sha256 = (SELECT rows_sha256 FROM population)'),
      { what: 'population' },
    ],
    [
      'a population whose rows were taken away',
      sql('DELETE FROM evidence_file WHERE sha256 = (SELECT rows_sha256 FROM population)'),
      { what: 'population' },
    ],
    [
      'an entry whose content was changed',
      sql(`UPDATE journal_entry SET body = replace(body, 'Northwind', 'Southwind') WHERE position = ${last}`),
      { what: 'entry', seq: 4 },
    ],
    [
      'an entry that was removed',
      sql(`DELETE FROM journal_target; DELETE FROM journal_entry WHERE position = ${first} + 1`),
      { what: 'entry', seq: 3 },
    ],
    [
      'a tail that was cut',
      sql(`DELETE FROM journal_target; DELETE FROM journal_entry WHERE position = ${last}`),
      { what: 'entry', seq: 4 },
    ],
    ['the memory of where the journal ends', sql('DELETE FROM journal_head'), { what: 'entry', seq: 4 }],
    [
      'an entry that was given another command',
      sql(
        `UPDATE journal_entry SET body = replace(body, '"command":"control.import"', '"command":"control.forged"') WHERE position = ${first} + 1`,
      ),
      { what: 'entry', seq: 2 },
    ],
    [
      'an entry that is listed under another person',
      sql(`UPDATE journal_entry SET actor_id = 'somebody' WHERE position = ${first} + 1`),
      { what: 'entry', seq: 2, problem: listedOtherwise },
    ],
    [
      'an entry that is listed at another time',
      sql(`UPDATE journal_entry SET at = '2026-01-01T00:00:00.000+00:00' WHERE position = ${last}`),
      { what: 'entry', seq: 4, problem: listedOtherwise },
    ],
    [
      'an entry that was taken out of the history of a paper',
      sql(`DELETE FROM journal_target WHERE position = ${last}`),
      { what: 'entry', seq: 4, problem: 'The entry is missing from the history of a paper that it changed.' },
    ],
  ] as const)('names %s', async (_what, work, firstBad) => {
    await expect(verdictAfter(work)).resolves.toMatchObject({ valid: false, firstBad })
  })

  it('orders entries by what was known, whatever the clock of the computer says, and names the first that it set back', async () => {
    engine.clock.set('2020-01-01T00:00:00Z')
    await engine.call('control.save', {
      engagementId: engine.engagementId,
      ref: 'NEW-01',
      title: 'New',
      criteria: [],
      description: '',
      frequency: 'annual',
      type: 'manual',
      nature: 'preventive',
    })
    const { entries } = await engine.call('journal.list', { engagementId: engine.engagementId })
    expect(entries[0]).toMatchObject({ seq: 5, command: 'control.save', at: '2020-01-01T00:00:00.000+00:00' })
    await expect(engine.call('journal.verify', { engagementId: engine.engagementId })).resolves.toMatchObject({
      valid: true,
      clockBehind: { entries: 1, first: { seq: 5, at: '2020-01-01T00:00:00.000+00:00' } },
    })
  })
})

describe('undo', () => {
  it('gives back the older values as an entry of its own, step by step', async () => {
    const { engagementId } = engine
    await expect(engine.call('journal.undo', { engagementId })).resolves.toMatchObject({ undone: 'engagement.update' })
    await expect(engine.call('engagement.get', { engagementId })).resolves.toMatchObject({
      client: 'Northwind Ledger, Inc.',
    })
    await expect(engine.call('journal.undo', { engagementId })).rejects.toMatchObject({ code: 'journal.cannot_undo' })
    await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true, entries: 5 })
  })

  it('hides what the undone command created', async () => {
    const { engagementId } = engine
    await engine.call('control.save', {
      engagementId,
      ref: 'NEW-01',
      title: 'New',
      criteria: ['CC8.1'],
      description: '',
      frequency: 'annual',
      type: 'manual',
      nature: 'preventive',
    })
    await engine.call('journal.undo', { engagementId })
    await expect(engine.call('control.list', { engagementId })).resolves.toMatchObject({ total: 60 })
    await expect(engine.call('journal.verify', { engagementId })).resolves.toMatchObject({ valid: true })
  })
})
