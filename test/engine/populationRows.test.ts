import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import type { FileRef } from '../../shared/contract/values.ts'
import { type DemoEngine, openDemoEngine } from './demoEngagement.ts'

let engine: DemoEngine
let populationId: string

const header = 'id,day,system,amount,note'
const systems = ['billing', 'infra', 'ledger']

/** 1,000 changes, three a day from 2025-10-01 on; every hundredth has a note. */
const changes = Array.from({ length: 1000 }, (_, at) => {
  const day = new Date(Date.UTC(2025, 9, 1 + Math.floor(at / 3))).toISOString().slice(0, 10)
  const note = at % 100 === 0 ? `Émergency "fix", part ${at}` : ''
  return { id: `CHG-${String(at + 1).padStart(4, '0')}`, day, system: systems[at % 3] ?? '', amount: `${at}.50`, note }
})
const line = ({ id, day, system, amount, note }: (typeof changes)[number]) =>
  `${id},${day},${system},${amount},"${note.replaceAll('"', '""')}"`

const imported = async (lines: readonly string[], params: Partial<ParamsOf<'population.import'>> = {}) => {
  const { populationId: id } = await engine.call('population.import', {
    engagementId: engine.engagementId,
    name: 'Changes',
    file: await engine.file([header, ...lines, ''].join('\n')),
    columns: { itemId: 'id', date: 'day', stratum: 'system', amount: 'amount' },
    ...params,
  })
  return id
}

beforeAll(async () => {
  engine = await openDemoEngine()
  populationId = await imported(changes.map(line))
})
afterAll(() => engine.close())

const [first = '', second = ''] = changes.slice(0, 2).map(line)

type Choice = Omit<ParamsOf<'population.items'>, 'populationId'>
const page = (choice: Choice) => engine.call('population.items', { populationId, ...choice })
const ids = async (choice: Choice) => (await page(choice)).items.map(({ itemId }) => itemId)

describe('the rows of a population', () => {
  it('are read from any place, with all their cells', async () => {
    const { total, items } = await page({ offset: 998, limit: 10 })
    expect(total).toBe(1000)
    expect(items).toEqual([
      expect.objectContaining({ row: 1000, itemId: 'CHG-0999' }),
      {
        row: 1001,
        itemId: 'CHG-1000',
        date: '2026-08-30',
        stratum: 'billing',
        amount: '999.50',
        cells: ['CHG-1000', '2026-08-30', 'billing', '999.50', ''],
        decision: null,
      },
    ])
  })

  it('are found by a text in any cell, without case', async () => {
    const { total, items } = await page({ query: 'émergency' })
    expect([total, items[1]?.itemId]).toEqual([10, 'CHG-0101'])
    expect((await page({ query: 'part 700' })).items.map(({ row }) => row)).toEqual([702])
    expect((await page({ query: '","' })).total).toBe(0)
  })

  it('are filtered by column; days by calendar and numbers by value', async () => {
    const filters = [
      { column: 'system', is: 'equal', value: 'INFRA' },
      { column: 'day', is: 'from', value: '2025-10-05' },
      { column: 'day', is: 'to', value: '2025-10-07' },
    ] as const
    expect(await ids({ filters: [...filters] })).toEqual(['CHG-0014', 'CHG-0017', 'CHG-0020'])
    expect(await ids({ filters: [{ column: 'amount', is: 'to', value: '2' }] })).toEqual(['CHG-0001', 'CHG-0002'])
    expect((await page({ filters: [{ column: 'note', is: 'filled' }] })).total).toBe(10)
  })

  it('are ordered by a column either way, equal ones as in the file', async () => {
    expect(await ids({ sort: { column: 'amount', descending: true }, limit: 2 })).toEqual(['CHG-1000', 'CHG-0999'])
    expect(await ids({ sort: { column: 'system' }, limit: 3 })).toEqual(['CHG-0001', 'CHG-0004', 'CHG-0007'])
    // Blank ones come last in both directions.
    expect((await ids({ sort: { column: 'note', descending: true }, limit: 1 }))[0]).toBe('CHG-0901')
  })

  it('are found in slices by a job, and then read', async () => {
    const choice = { query: 'chg-00', sort: { column: 'id', descending: true } }
    await expect(engine.call('population.find', { populationId, ...choice })).resolves.toEqual({ total: 99 })
    expect(await ids({ ...choice, offset: 97 })).toEqual(['CHG-0002', 'CHG-0001'])
  })

  it('have a summary for each column, also of a choice', async () => {
    const summary = (column: string, choice: Choice = {}) =>
      engine.call('population.columnSummary', { populationId, column, ...choice })
    await expect(summary('amount')).resolves.toMatchObject({ filled: 1000, sum: '500000.00', most: '999.50' })
    await expect(summary('system', { query: 'emergency' })).resolves.toMatchObject({ rows: 0 })
    await expect(summary('system', { query: 'émergency' })).resolves.toMatchObject({
      rows: 10,
      distinct: 3,
      frequent: [
        { value: 'billing', count: 4 },
        { value: 'infra', count: 3 },
        { value: 'ledger', count: 3 },
      ],
    })
    await expect(summary('day')).resolves.toMatchObject({ kind: 'date', least: '2025-10-01', most: '2026-08-30' })
  })

  it('have only the columns of the file', async () => {
    await expect(page({ sort: { column: 'colour' } })).rejects.toMatchObject({ code: 'csv.column_missing' })
    const colour = { populationId, column: 'colour' }
    await expect(engine.call('population.columnSummary', colour)).rejects.toMatchObject({ code: 'csv.column_missing' })
  })

  it('keep their numbers where rows of the file were left out', async () => {
    const some = await imported([first, ',2025-10-01,infra,1,', second], { skipRejected: true })
    const { items } = await engine.call('population.items', { populationId: some, query: 'CHG' })
    expect(items.map(({ row, itemId }) => [row, itemId])).toEqual([
      [2, 'CHG-0001'],
      [4, 'CHG-0002'],
    ])
  })
})

describe('a later extract', () => {
  it('is compared with the earlier one row by row', async () => {
    const before = changes.slice(0, 300)
    const earlierId = await imported(before.map(line), { source: { extractedOn: '2026-01-08' } })
    const later = [
      // CHG-0002 is missing, CHG-0003 changed, and the order is another one.
      ...before
        .filter(({ id }) => id !== 'CHG-0002')
        .map((one) => (one.id === 'CHG-0003' ? { ...one, system: 'hr' } : one)),
      { id: 'CHG-9001', day: '2026-01-05', system: 'infra', amount: '1', note: '' },
      { id: 'CHG-9002', day: '2026-02-01', system: 'infra', amount: '1', note: '' },
    ].toReversed()
    const laterId = await imported(later.map(line))
    const to = join(engine.folder, 'differences.csv') as FileRef
    const result = await engine.call('population.compare', { populationId: laterId, earlierId, to })
    expect(result).toMatchObject({
      unchanged: 298,
      counts: { missing: 1, added: 2, changed: 1, backDated: 1 },
      missing: [{ itemId: 'CHG-0002', earlierRow: 3, laterRow: null }],
      changed: [{ itemId: 'CHG-0003', cells: [{ column: 'system', earlier: 'ledger', later: 'hr' }] }],
      backDated: [{ itemId: 'CHG-9001', date: '2026-01-05' }],
    })
    expect((await readFile(to, 'utf8')).split('\r\n')).toEqual([
      '\uFEFFKind,Item id,Date,Earlier row,Later row,Column,Earlier,Later',
      'added,CHG-9002,2026-02-01,,2,,,',
      'added,CHG-9001,2026-01-05,,3,,,',
      'back-dated,CHG-9001,2026-01-05,,3,,,',
      'changed,CHG-0003,2025-10-01,4,301,system,ledger,hr',
      'missing,CHG-0002,2025-10-01,3,,,,',
      '',
    ])
  })

  it('is not compared where an id occurs twice', async () => {
    const twice = await imported([first, first])
    const compared = engine.call('population.compare', { populationId: twice, earlierId: populationId })
    await expect(compared).rejects.toMatchObject({ code: 'population.duplicate_id', details: { itemId: 'CHG-0001' } })
  })
})
