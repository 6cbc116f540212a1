import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DemoEngine, openDemoEngine } from './demoEngagement.ts'

let engine: DemoEngine
beforeAll(async () => (engine = await openDemoEngine()))
afterAll(() => engine.close())

const columns = { itemId: 'id', date: 'day', stratum: 'system', amount: 'amount' }

describe('a population', () => {
  it('comes from a sheet of a workbook: ids keep their zeros, dates and amounts are read', async () => {
    const day = new Date(Date.UTC(2026, 3, 2))
    const rows = [
      ['id', 'day', 'system', 'amount'],
      ['0001', day, 'billing', 12.5],
      ['0002', day, 'infra', 1e-7],
    ]
    const book = await writeXlsx({
      sheets: [
        { name: 'Cover', rows: [['Changes of the period']] },
        { name: 'List', columns: [{}, { numFmt: 'yyyy-mm-dd' }, {}, {}], rows },
      ],
    })
    const file = await engine.file(book, 'changes.xlsx')
    const seen = await engine.call('population.preview', { file, sheet: 'List' })
    expect(seen).toMatchObject({
      format: 'xlsx',
      sheets: ['Cover', 'List'],
      sheet: 'List',
      rowCount: 2,
      proposal: { itemId: 'id', date: 'day', amount: 'amount' },
    })
    const { engagementId } = engine
    const params = { engagementId, name: 'Changes', file, sheet: 'List', columns }
    const { populationId, sha256 } = await engine.call('population.import', params)
    const { items } = await engine.call('population.items', { populationId })
    expect(items.map(({ row, itemId, date, amount }) => [row, itemId, date, amount])).toEqual([
      [2, '0001', '2026-04-02', '12.5'],
      [3, '0002', '2026-04-02', '0.0000001'],
    ])
    const population = await engine.call('population.get', { populationId })
    expect(population).toMatchObject({ format: 'xlsx', sheet: 'List', encoding: null, sha256 })
    const target = { entity: 'population', id: populationId } as const
    expect((await engine.call('evidence.list', { engagementId, target })).evidence[0]).toMatchObject({ sha256 })
  })

  it('comes from JSON lines', async () => {
    const content =
      '{"id":"A-1","day":"2026-01-01","system":"x"}\n{"id":"A-2","day":"2026-01-02","system":"y","amount":1.50}\n'
    const file = await engine.file(content, 'changes.jsonl')
    const params = { engagementId: engine.engagementId, name: 'Lines', file, columns }
    const { populationId } = await engine.call('population.import', params)
    const { items } = await engine.call('population.items', { populationId })
    expect(items.map(({ row, itemId, amount }) => [row, itemId, amount])).toEqual([
      [1, 'A-1', null],
      [2, 'A-2', '1.50'],
    ])
  })

  it.each([
    ['bomb.xlsx', 'PK\u0003\u0004 and then nothing', 'xlsx.not_a_workbook'],
    ['old.csv', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xlsx.protected'],
    ['broken.jsonl', '{"id":1}\n{', 'jsonl.malformed'],
  ])('does not come from %s, and nothing of it stays', async (name, content, code) => {
    const { engagementId } = engine
    const count = async () => (await engine.call('population.list', { engagementId })).populations.length
    const before = await count()
    const file = await engine.file(content, name)
    const importing = engine.call('population.import', { engagementId, name: 'X', file, columns: { itemId: 'id' } })
    await expect(importing).rejects.toMatchObject({ code })
    expect(await count()).toBe(before)
  })
})
