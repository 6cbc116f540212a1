import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ParamsOf } from '../../shared/contract/index.ts'
import { type DemoEngine, demoFile, openDemoEngine } from './demoEngagement.ts'

let engine: DemoEngine
let populationId: string
beforeAll(async () => (engine = await openDemoEngine()))
afterAll(() => engine.close())

const source: ParamsOf<'population.describe'>['source'] = {
  system: 'Deployment tool',
  report: 'All deployments to production',
  parameters: 'env = prod, from 2025-10-01 to 2026-09-30',
  extractedBy: 'Priya Silva',
  extractedOn: '2026-10-05',
  controlTotal: 1402,
}

const get = () => engine.call('population.get', { populationId })
const listed = async () => (await engine.call('population.list', { engagementId: engine.engagementId })).populations[0]
const conclude = () =>
  engine.call('population.conclude', {
    populationId,
    complete: true,
    accurate: true,
    procedure: 'Reconciled to the tool.',
  })

describe('the change tickets of the demo', () => {
  it('are previewed with what their texts prove', async () => {
    const preview = await engine.call('population.preview', { file: demoFile('changes.csv') })
    expect(preview).toMatchObject({ rowCount: 1402, proposal: { itemId: 'change_id', date: 'deployed' } })
    expect(preview.dates).toEqual([
      { column: 'deployed', formats: ['iso'] },
      { column: 'approved_on', formats: ['iso'] },
    ])
    expect(preview.rows[0]?.[0]).toBe('CHG-00001')
  })

  it('are imported whole; the duplicate and the row outside the period are named', async () => {
    const outcome = await engine.call('population.import', {
      engagementId: engine.engagementId,
      name: 'Changes',
      file: demoFile('changes.csv'),
      columns: { itemId: 'change_id', date: 'deployed', stratum: 'system' },
    })
    populationId = outcome.populationId
    expect(outcome).toMatchObject({ rows: 1402, rejected: [] })
    expect(outcome.sha256).toBe(execFileSync('sha256sum', [demoFile('changes.csv')], { encoding: 'utf8' }).slice(0, 64))
    expect(outcome.duplicates).toEqual([{ itemId: 'CHG-00501', rows: [502, 1402], identical: true, settled: false }])
    expect(outcome.outOfPeriod).toEqual([{ row: 1403, itemId: 'CHG-09999', date: '2026-10-04', settled: false }])
  })

  // Counted by: awk -F, 'NR>1{m[substr($2,1,7)]++} END{for(k in m) print k, m[k]}' — both rows of the duplicate among February's.
  it('count by month as awk counts the file, all rows among them', async () => {
    const counts = [123, 120, 136, 113, 94, 117, 115, 139, 113, 117, 108, 106, 1]
    const { byMonth, monthsWithoutRows, dateFormat } = await get()
    expect(byMonth.map(({ count }) => count)).toEqual(counts)
    expect(byMonth.at(-1)).toEqual({ month: '2026-10', count: 1 })
    expect({ monthsWithoutRows, dateFormat }).toEqual({ monthsWithoutRows: [], dateFormat: 'iso' })
  })

  it('keep their source and what the extract cannot have known', async () => {
    await engine.call('population.describe', { populationId, source: { ...source, extractedOn: '2026-09-30' } })
    expect(await get()).toMatchObject({ datedAfterExtract: [{ row: 1403, itemId: 'CHG-09999', date: '2026-10-04' }] })
    await engine.call('population.describe', { populationId, source })
    expect(await get()).toMatchObject({ source, datedAfterExtract: [] })
  })

  it('keep the file itself as evidence', async () => {
    const target = { entity: 'population' as const, id: populationId }
    const { evidence } = await engine.call('evidence.list', { engagementId: engine.engagementId, target })
    expect(evidence).toMatchObject([{ name: 'changes.csv', sha256: (await get()).sha256, targets: [target] }])
  })

  it('cannot be concluded on before both findings are settled', async () => {
    expect(await listed()).toMatchObject({ unsettled: 2, drawable: 1402, conclusion: null })
    await expect(conclude()).rejects.toMatchObject({
      code: 'population.duplicate_id',
      details: { itemId: 'CHG-00501', rows: [502, 1402] },
    })
    await engine.call('population.settle', {
      populationId,
      decisions: [{ row: 1402, decision: 'exclude', reason: 'The same row twice.' }],
    })
    await expect(conclude()).rejects.toMatchObject({ code: 'population.unsettled', details: { count: 1, row: 1403 } })
    await engine.call('population.settle', {
      populationId,
      decisions: [{ row: 1403, decision: 'exclude', reason: 'After the period.' }],
    })
    expect(await listed()).toMatchObject({ unsettled: 0, drawable: 1400 })
  })

  it('show who settled what, when and why', async () => {
    expect((await get()).settlements).toEqual([
      {
        row: 1402,
        itemId: 'CHG-00501',
        decision: 'exclude',
        reason: 'The same row twice.',
        by: 'Ada Cole',
        at: expect.any(String),
      },
      {
        row: 1403,
        itemId: 'CHG-09999',
        decision: 'exclude',
        reason: 'After the period.',
        by: 'Ada Cole',
        at: expect.any(String),
      },
    ])
  })

  it('are concluded on with the hash of the ids that can be drawn, as sha256sum gives it', async () => {
    await conclude()
    const ids = execFileSync('sh', [
      '-c',
      `awk -F, 'NR>1 && NR!=1402 && NR!=1403 {print $1}' "$1" | sha256sum`,
      'sh',
      demoFile('changes.csv'),
    ])
    expect(await get()).toMatchObject({
      idsSha256: ids.toString('utf8').slice(0, 64),
      drawable: 1400,
      conclusion: { complete: true, accurate: true, procedure: 'Reconciled to the tool.', by: 'Ada Cole' },
    })
    expect(await listed()).toMatchObject({ conclusion: { complete: true, by: 'Ada Cole' } })
  })

  it('cannot be settled in another way while the conclusion stands; it can be taken back before a draw', async () => {
    const settle = (decision: 'exclude' | 'keep') =>
      engine.call('population.settle', {
        populationId,
        decisions: [{ row: 1403, decision, reason: 'Deployed late, approved in time.' }],
      })
    await expect(settle('keep')).rejects.toMatchObject({ code: 'population.concluded' })
    await engine.call('population.reopen', { populationId, reason: 'Row 1403 belongs to the period after all.' })
    expect(await get()).toMatchObject({ conclusion: null, idsSha256: null })
    await expect(engine.call('population.reopen', { populationId, reason: 'Again.' })).rejects.toMatchObject({
      code: 'population.not_concluded',
    })
    await settle('keep')
    expect(await get()).toMatchObject({ drawable: 1401, outOfPeriod: [{ row: 1403, settled: true }] })
    await settle('exclude')
    await conclude()
  })

  it('are verified against the journal, row by row', async () => {
    expect(await engine.call('journal.verify', { engagementId: engine.engagementId })).toMatchObject({ valid: true })
  })
})

describe('the rows of a population', () => {
  const items = (params: Partial<ParamsOf<'population.items'>>) =>
    engine.call('population.items', { populationId, ...params })

  it('come in pages, in file order', async () => {
    const { total, items: page } = await items({ offset: 1400, limit: 10 })
    expect(total).toBe(1402)
    expect(page.map(({ row, itemId, decision }) => [row, itemId, decision])).toEqual([
      [1402, 'CHG-00501', 'exclude'],
      [1403, 'CHG-09999', 'exclude'],
    ])
    expect(page[1]).toMatchObject({ date: '2026-10-04', stratum: 'billing', amount: null })
    expect((await items({ offset: 0, limit: 1 })).items[0]?.row).toBe(2)
    expect((await items({ offset: 5000 })).items).toEqual([])
  })

  it('are found by id and by any cell, literally', async () => {
    expect((await items({ query: 'CHG-00501' })).items.map(({ row }) => row)).toEqual([502, 1402])
    expect((await items({ query: "o'neill", limit: 1 })).total).toBe(
      Number(execFileSync('grep', ['-ci', "o'neill", demoFile('changes.csv')], { encoding: 'utf8' })),
    )
    for (const query of ['%', '_', '","', '[', '(a+)+$', '\\']) expect((await items({ query })).total).toBe(0)
  })
})

describe('once a sample is drawn', () => {
  it('the population stands', async () => {
    const { engagementId } = engine
    await engine.call('control.import', { engagementId, file: demoFile('controls.csv') })
    const { controls } = await engine.call('control.list', { engagementId, query: 'CHG-01' })
    await engine.call('sample.draw', {
      populationId,
      controlId: controls[0]?.controlId ?? '',
      method: 'random',
      size: 25,
      seed: '20261120',
    })
    const refused = { code: 'population.already_drawn' }
    const decisions = [{ row: 2, decision: 'exclude' as const, reason: 'x' }]
    await expect(engine.call('population.settle', { populationId, decisions })).rejects.toMatchObject(refused)
    await expect(conclude()).rejects.toMatchObject(refused)
    await expect(engine.call('population.reopen', { populationId, reason: 'x' })).rejects.toMatchObject(refused)
    await expect(engine.call('population.remove', { populationId })).rejects.toMatchObject(refused)
    expect(await listed()).toMatchObject({ samples: 1 })
    expect((await engine.call('control.list', { engagementId, query: 'CHG-01' })).controls[0]).toMatchObject({
      samples: 1,
    })
  })
})
