import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { type DemoEngine, openDemoEngine } from './demoEngagement.ts'

let engine: DemoEngine
beforeAll(async () => (engine = await openDemoEngine()))
afterAll(() => engine.close())

type Import = Partial<ParamsOf<'population.import'>>

const importing = async (content: string | Uint8Array, params: Import = {}) =>
  engine.call('population.import', {
    engagementId: engine.engagementId,
    name: 'List',
    file: await engine.file(content),
    columns: { itemId: 'id', date: 'day' },
    ...params,
  })

const populations = async () =>
  (await engine.call('population.list', { engagementId: engine.engagementId })).populations.length
const get = async (content: string | Uint8Array, params: Import = {}) => {
  const { populationId } = await importing(content, params)
  return engine.call('population.get', { populationId })
}

describe('a file that is not taken', () => {
  it.each<[string, string, string | Uint8Array, object, Import]>([
    [
      'without the id column',
      'csv.column_missing',
      'ticket,day\n1,2026-01-01\n',
      { column: 'id', columns: ['ticket', 'day'] },
      {},
    ],
    ['without rows', 'csv.no_rows', 'id,day\n', {}, {}],
    ['that is empty', 'csv.empty', '', {}, {}],
    ['that is binary', 'csv.not_text', Buffer.from('id,day\n1,\0\n'), { byte: 0, offset: 9 }, {}],
    ['with an open quote', 'csv.unclosed_quote', 'id,day\n1,2026-01-01\n2,"2026-01-02\n', { row: 3 }, {}],
    ['with a column twice', 'csv.duplicate_column', 'id,day,id\n1,2026-01-01,2\n', { column: 'id' }, {}],
    [
      'with a date that is none',
      'population.bad_rows',
      'id,day\n1,2026-01-01\n2,soon\n',
      { count: 1, row: 3, column: 'day' },
      {},
    ],
    [
      'with a day that no calendar has',
      'population.bad_rows',
      'id,day\n1,2026-01-01\n2,2025-02-29\n',
      { row: 3, column: 'day' },
      {},
    ],
    [
      'with an id left out',
      'population.bad_rows',
      'id,day\n ,2026-01-01\n',
      { row: 2, column: 'id', message: 'The item id is empty.' },
      {},
    ],
    [
      'with a row of another width',
      'population.bad_rows',
      'id,day\n1,2026-01-01\n2\n',
      { row: 3, column: '', code: 'csv.ragged_row' },
      {},
    ],
    [
      'with an amount that could be anything',
      'population.bad_rows',
      'id,v\n1,1e3\n',
      { row: 2, column: 'v' },
      { columns: { itemId: 'id', amount: 'v' } },
    ],
    [
      'whose dates can be read both ways',
      'population.date_order_ambiguous',
      'id,day\n1,03/04/2026\n',
      { column: 'day', formats: ['dmy', 'mdy'] },
      {},
    ],
    [
      'whose dates contradict each other',
      'population.date_order_mixed',
      'id,day\n1,13/04/2026\n2,04/13/2026\n',
      { column: 'day', row: 3 },
      {},
    ],
    [
      'of which no row is good, though bad ones may be skipped',
      'population.bad_rows',
      'id,day\n,2026-01-01\n',
      { count: 1 },
      { skipRejected: true },
    ],
  ])('%s is named, and nothing is imported', async (_, code, content, details, params) => {
    const before = await populations()
    await expect(importing(content, params)).rejects.toMatchObject({ code, details })
    expect(await populations()).toBe(before)
  })

  it('names every bad row, up to a thousand, and counts them all', async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => `${at},never`).join('\n')
    const error: unknown = await importing(`id,day\nok,2026-01-01\n${rows}\n`).catch((caught: unknown) => caught)
    expect(error).toMatchObject({ details: { count: 1500, row: 3, rejected: { length: 1000 } } })
  })

  it('is not silently skipped to a tenth of itself', async () => {
    const rows = Array.from({ length: 10_001 }, (_, at) => `${at},never`).join('\n')
    await expect(importing(`id,day\nok,2026-01-01\n${rows}\n`, { skipRejected: true })).rejects.toMatchObject({
      code: 'population.bad_rows',
      details: { count: 10_001 },
    })
  })
})

describe('a file that is taken', () => {
  it('leaves out the bad rows that the auditor agreed to leave out, and names them', async () => {
    const outcome = await importing('id,day\n1,2026-01-01\n2,soon\n3\n4,2026-01-04\n', { skipRejected: true })
    expect(outcome.rows).toBe(2)
    expect(outcome.rejected.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'day', 'population.unparsable_date'],
      [4, null, 'csv.ragged_row'],
    ])
    const { items } = await engine.call('population.items', { populationId: outcome.populationId, offset: 1 })
    expect(items.map(({ row, itemId }) => [row, itemId])).toEqual([[5, '4']])
  })

  it.each([
    ['utf-16le', Buffer.from('\u{FEFF}id\tday\nÅ-1\t2026-01-01\n', 'utf16le'), '\t'],
    ['utf-16be', Buffer.from('\u{FEFF}id;day\nÅ-1;2026-01-01\n', 'utf16le').swap16(), ';'],
    ['windows-1252', Buffer.from([...Buffer.from('id|day\n'), 0xc5, ...Buffer.from('-1|2026-01-01\n')]), '|'],
  ])('can be %s', async (encoding, bytes, delimiter) => {
    const population = await get(bytes)
    expect(population).toMatchObject({ encoding, delimiter, rows: 1, byMonth: [{ month: '2026-01', count: 1 }] })
    const { items } = await engine.call('population.items', { populationId: population.populationId })
    expect(items[0]?.itemId).toBe('Å-1')
  })

  it('keeps a line break within quotes and a formula as the text that they are', async () => {
    const { populationId } = await importing('id,day,note\n=1+1,2026-01-01,"two\nlines"\n2,2026-01-02,"say ""x"""\n')
    const { items } = await engine.call('population.items', { populationId })
    expect(items.map(({ row, itemId, cells }) => [row, itemId, cells[2]])).toEqual([
      [2, '=1+1', 'two\nlines'],
      [3, '2', 'say "x"'],
    ])
    expect((await engine.call('population.items', { populationId, query: 'say "x"' })).total).toBe(1)
  })

  it('is read by the order of day and month that the auditor gave', async () => {
    const content = 'id,day\n1,03/04/2026\n2,\n'
    expect(await get(content, { dateFormat: 'dmy' })).toMatchObject({
      dateFormat: 'dmy',
      byMonth: [{ month: '2026-04', count: 1 }],
    })
    expect(await get(content, { dateFormat: 'mdy' })).toMatchObject({
      dateFormat: 'mdy',
      byMonth: [{ month: '2026-03', count: 1 }],
    })
    await expect(importing('id,day\n1,13/04/2026\n', { dateFormat: 'mdy' })).rejects.toMatchObject({
      code: 'population.bad_rows',
      details: { row: 2 },
    })
  })

  it('compares ids byte for byte: case, spaces and composed letters make others', async () => {
    const { duplicates } = await importing(
      'id,day\nA,2026-01-01\na,2026-01-01\n" A",2026-01-01\né,2026-01-01\ne\u{301},2026-01-01\n',
    )
    expect(duplicates).toEqual([])
  })

  it('names rows that share an id and differ, and is settled by excluding all but one', async () => {
    const { populationId, duplicates } = await importing(
      'id,day\nA,2026-01-01\nA,2026-01-02\nA,2026-01-03\nB,2026-01-04\n',
    )
    expect(duplicates).toEqual([{ itemId: 'A', rows: [2, 3, 4], identical: false, settled: false }])
    const settle = (row: number, decision: 'exclude' | 'keep') =>
      engine.call('population.settle', { populationId, decisions: [{ row, decision, reason: 'Looked at.' }] })
    const settled = async () => (await engine.call('population.get', { populationId })).duplicates[0]?.settled
    await settle(2, 'keep')
    await settle(3, 'exclude')
    expect(await settled()).toBe(false)
    await settle(4, 'exclude')
    expect(await settled()).toBe(true)
    await expect(settle(99, 'exclude')).rejects.toMatchObject({
      code: 'population.row_not_found',
      details: { row: 99 },
    })
  })

  it('names the months of the period without a row', async () => {
    const { monthsWithoutRows } = await get('id,day\n1,2025-10-01\n2,2026-09-30\n')
    expect(monthsWithoutRows).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
    ])
  })

  it('has no checks by date without a date column, nor in a Type 1 engagement', async () => {
    const none = { byMonth: [], monthsWithoutRows: [], outOfPeriod: [], dateFormat: null }
    expect(await get('id,day\n1,1999-01-01\n', { columns: { itemId: 'id' } })).toMatchObject(none)
    const { engagementId } = await engine.call('engagement.create', {
      client: 'C',
      reportType: 'type1',
      asOf: '2026-03-31',
      categories: ['security'],
    })
    expect(await get('id,day\n1,1999-01-01\n', { engagementId })).toMatchObject({
      outOfPeriod: [],
      monthsWithoutRows: [],
    })
  })

  it('may be concluded as incomplete; nothing is drawn then', async () => {
    const { populationId } = await importing('id,day\n1,2026-01-01\n')
    await engine.call('population.conclude', {
      populationId,
      complete: false,
      accurate: true,
      procedure: 'Two months are missing.',
    })
    expect((await engine.call('population.get', { populationId })).conclusion).toMatchObject({
      complete: false,
      accurate: true,
    })
  })
})
