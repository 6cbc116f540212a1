import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { PopulationCheck } from '../../shared/contract/population.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { type DemoEngine, openDemoEngine } from './demoEngagement.ts'

let engine: DemoEngine
beforeAll(async () => (engine = await openDemoEngine()))
afterAll(() => engine.close())

type Import = Partial<ParamsOf<'population.import'>>

const imported = async (content: string, params: Import = {}) => {
  const { populationId } = await engine.call('population.import', {
    engagementId: engine.engagementId,
    name: 'Tickets',
    file: await engine.file(content),
    columns: { itemId: 'id', date: 'day' },
    ...params,
  })
  return populationId
}
const get = (populationId: string) => engine.call('population.get', { populationId })
const finding = async (populationId: string, check: PopulationCheck) =>
  (await get(populationId)).findings.find((one) => one.check === check)

/** Twenty tickets, one a month and more; INC-07 does not exist. */
const tickets = Array.from({ length: 20 }, (_, at) => at + 1)
  .filter((number) => number !== 7)
  .map((number) => `INC-${String(number).padStart(2, '0')},${number > 12 ? '2026-09-15' : day(number)}`)
const content = ['id,day', ...tickets, ''].join('\n')

function day(number: number): string {
  return new Date(Date.UTC(2025, 8 + number, 5)).toISOString().slice(0, 10)
}

describe('what the checks find', () => {
  it('is shown as facts: gaps in the numbers, months without rows, the control total', async () => {
    const { findings } = await get(await imported(content, { source: { controlTotal: 20 } }))
    expect(findings.map(({ check, count, decision }) => [check, count, decision])).toEqual([
      ['sequence_gaps', 1, null],
      ['control_total', 1, null],
      ['months_without_rows', 1, null],
    ])
    expect(findings[0]).toMatchObject({
      sentence: '1 number is left out of the sequence INC-01 to INC-20.',
      examples: ['INC-07'],
    })
    expect(findings[2]?.examples).toEqual(['2026-04'])
  })

  it('is ids that differ in case, spaces or Unicode form alone', async () => {
    const id = await imported(
      'id,day\nCHG-1,2026-01-01\nchg-1,2026-01-02\ncaf\u00e9,2026-01-03\ncafe\u0301,2026-01-04\n',
    )
    expect(await finding(id, 'look_alike_ids')).toMatchObject({
      count: 2,
      examples: ['CHG-1 / chg-1 in rows 2, 3', 'caf\u00e9 / cafe\u0301 in rows 4, 5'],
    })
    expect((await get(id)).duplicates).toEqual([])
  })

  it('is rows that were left out, which stay to be seen and exported', async () => {
    const id = await imported('id,day\nA,2026-01-01\n ,2026-01-02\nB,31.04.2026\n', {
      dateFormat: 'iso',
      skipRejected: true,
    })
    expect(await finding(id, 'rejected_rows')).toMatchObject({ count: 2 })
    const { rejected } = await engine.call('population.rejected', { populationId: id })
    expect(rejected.map(({ row, column, cells }) => [row, column, cells])).toEqual([
      [3, 'id', [' ', '2026-01-02']],
      [4, 'day', ['B', '31.04.2026']],
    ])
    const to = join(engine.folder, 'rejected.csv') as FileRef
    await engine.call('population.exportRejected', { populationId: id, to })
    expect((await readFile(to, 'utf8')).split('\r\n').slice(0, 2)).toEqual([
      '\uFEFFRow,Column,Reason,id,day',
      '3,id,The item id is empty.," ",2026-01-02',
    ])
  })
})

describe('a fact', () => {
  it('is dismissed with a reason, asked of the client, or opened again', async () => {
    const populationId = await imported(content)
    const decide = (decision: 'dismissed' | 'requested' | 'open', reason: string) =>
      engine.call('population.decideCheck', { populationId, check: 'sequence_gaps', decision, reason })
    await decide('dismissed', 'INC-07 was merged into INC-06; seen in the tool.')
    expect((await finding(populationId, 'sequence_gaps'))?.decision).toMatchObject({
      decision: 'dismissed',
      reason: 'INC-07 was merged into INC-06; seen in the tool.',
    })
    await decide('open', 'The merge is of another ticket.')
    expect((await finding(populationId, 'sequence_gaps'))?.decision).toBeNull()
    await decide('requested', 'Where is INC-07?')
    expect((await finding(populationId, 'sequence_gaps'))?.decision).toMatchObject({ decision: 'requested' })
  })

  it('that nobody decided on is named by the conclusion', async () => {
    const populationId = await imported(content)
    const reason = 'No ticket in April: confirmed by the service desk.'
    await engine.call('population.decideCheck', {
      populationId,
      check: 'months_without_rows',
      decision: 'dismissed',
      reason,
    })
    await engine.call('population.conclude', { populationId, complete: true, accurate: true, procedure: 'Reconciled.' })
    expect((await get(populationId)).conclusion?.openChecks).toEqual(['sequence_gaps'])
    await engine.call('population.reopen', { populationId, reason: 'INC-07 turned up.' })
    expect(await get(populationId)).toMatchObject({ conclusion: null, reopenedBecause: 'INC-07 turned up.' })
  })

  it('cannot be decided on where there is none, nor in one go where rows are settled one by one', async () => {
    const populationId = await imported('id,day\nA,2026-01-01\nA,2026-01-01\n')
    const decide = (check: PopulationCheck) =>
      engine.call('population.decideCheck', { populationId, check, decision: 'dismissed', reason: 'x' })
    await expect(decide('control_total')).rejects.toMatchObject({ code: 'population.nothing_found' })
    await expect(decide('duplicate_ids')).rejects.toMatchObject({ code: 'population.settled_by_row' })
  })
})

describe('a mapping that is tried', () => {
  it('names every row that cannot be taken, and imports nothing', async () => {
    const file = await engine.file('id,day\nA,2026-01-01\n,2026-01-02\nB,soon\nC,2026-02-30\n')
    const to = join(engine.folder, 'bad.csv') as FileRef
    const tried = await engine.call('population.badRows', { file, columns: { itemId: 'id', date: 'day' }, to })
    expect(tried).toMatchObject({ rows: 1, count: 3, rejected: [{ row: 3 }, { row: 4 }, { row: 5, column: 'day' }] })
    expect((await readFile(to, 'utf8')).trimEnd().split('\r\n')).toHaveLength(4)
  })
})

describe('a list that is pasted', () => {
  it('is read like a file, and kept as evidence', async () => {
    const pasted = 'id\tday\n001\t2026-01-01\n002\t2026-01-02\n'
    const seen = await engine.call('population.preview', { pasted })
    expect(seen).toMatchObject({ delimiter: '\t', rowCount: 2, proposal: { itemId: 'id', date: 'day' } })
    const { engagementId } = engine
    const columns = { itemId: 'id', date: 'day' }
    const { populationId, sha256 } = await engine.call('population.import', {
      engagementId,
      name: 'P',
      pasted,
      columns,
    })
    expect(await get(populationId)).toMatchObject({ sha256, fileName: 'pasted.tsv', rows: 2 })
  })

  it('is given as a file or as text, not as both and not as neither', async () => {
    const file = await engine.file('id\n1\n')
    for (const params of [{}, { file, pasted: 'id\n1\n' }]) {
      // One call after the other.
      await expect(engine.call('population.preview', params)).rejects.toMatchObject({ code: 'table.no_source' })
    }
  })
})

describe('how a list is read', () => {
  it('can be overruled where the bytes allow it', async () => {
    const file = await engine.file('id;day|x\n1;2|3\n')
    await expect(engine.call('population.preview', { file, delimiter: '|' })).resolves.toMatchObject({
      header: ['id;day', 'x'],
    })
    const utf8 = await engine.file('id,name\n1,caf\u00e9\n')
    const windows = await engine.call('population.preview', { file: utf8, encoding: 'windows-1252' })
    expect(windows.rows).toEqual([['1', 'caf\u00c3\u00a9']])
    const utf16 = { file: utf8, encoding: 'utf-16le' } as const
    await expect(engine.call('population.preview', utf16)).rejects.toMatchObject({ code: 'csv.not_in_encoding' })
  })
})

describe('a mapping of a client', () => {
  it('is kept by name, offered where it fits, and replaced', async () => {
    const { engagementId } = engine
    const save = (date: string) =>
      engine.call('mapping.save', {
        engagementId,
        name: 'Jira export',
        header: ['key', 'created', 'resolved'],
        columns: { itemId: 'key', date, further: ['resolved'] },
        dateFormat: 'dmy',
        source: { system: 'Jira' },
      })
    const { templateId } = await save('created')
    await expect(save('resolved')).resolves.toEqual({ templateId })
    const list = (header: string[]) => engine.call('mapping.list', { engagementId, header })
    expect((await list(['resolved', 'key', 'owner'])).templates).toEqual([
      expect.objectContaining({
        templateId,
        client: 'Northwind Ledger, Inc.',
        fits: true,
        columns: { itemId: 'key', date: 'resolved', further: ['resolved'] },
        source: { system: 'Jira' },
      }),
    ])
    expect((await list(['id'])).templates[0]?.fits).toBe(false)
    await engine.call('mapping.remove', { templateId })
    expect((await list([])).templates).toEqual([])
  })

  it('names only columns that its header has', async () => {
    const { engagementId } = engine
    const saving = engine.call('mapping.save', { engagementId, name: 'X', header: ['a'], columns: { itemId: 'b' } })
    await expect(saving).rejects.toMatchObject({ code: 'csv.column_missing' })
  })
})
