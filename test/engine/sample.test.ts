import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addControl, addPopulation, at, entriesOf, openEngagement, openFieldwork, seed } from './fieldwork.ts'
import { changesByTicket } from './changesByTicket.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

async function fieldwork() {
  const opened = await openFieldwork()
  engine = opened.engine
  return opened
}

let byTicket: string[]

beforeAll(async () => {
  byTicket = await changesByTicket()
})

const ids = (items: readonly { itemId: string }[]) => items.map(({ itemId }) => itemId)

describe('drawing a sample', () => {
  it('draws 25 of the 1,400 changes exactly as sha256sum and sort do', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const sample = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 25, seed })
    expect(ids(sample.items)).toEqual(byTicket.slice(0, 25))
    expect(sample.items.map(({ order }) => order)).toEqual(Array.from({ length: 25 }, (_, place) => place + 1))
    expect(sample).toMatchObject({
      populationSize: 1400,
      // sha256sum resources/demo/changes.csv
      populationSha256: '8e8a3f6fc694edd189f2da4ae4d91585638a37bd3fae3c017a49b6dc9c952a39',
      seedOrigin: 'given',
      algorithm: 'tickmark-ticket-1',
      controlRef: 'CHG-01',
      drawnBy: 'Ada Cole',
      redrawReason: null,
    })
    const first = at(sample.items, 0)
    expect(at(first.cells, sample.header.indexOf('change_id'))).toBe(first.itemId)
    expect(first.date).toBe(at(first.cells, sample.header.indexOf('deployed')))
    expect(await client.call('sample.get', { sampleId: sample.sampleId })).toEqual(sample)
  })

  it('journals the population hash, the seed and every ticket in one entry', async () => {
    const { engine: client, engagementId, populationId, controlId } = await fieldwork()
    const before = await entriesOf(client, engagementId)
    const sample = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 4, seed })
    const { total, entries } = await client.call('journal.list', { engagementId, limit: 1 })
    expect(total).toBe(before + 1)
    const { command, changes, moreChanges } = at(entries, 0)
    expect(command).toBe('sample.draw')
    expect(moreChanges).toBe(0)
    expect(changes).toContainEqual({ entity: 'sample', id: sample.sampleId, field: 'seed', value: seed })
    expect(changes).toContainEqual(
      expect.objectContaining({ field: 'populationSha256', value: sample.populationSha256 }),
    )
    for (const { sampleItemId, ticket, row } of sample.items) {
      expect(sampleItemId).toBe(`${sample.sampleId}:${row}`)
      expect(changes).toContainEqual({ entity: 'sampleItem', id: sampleItemId, field: 'ticket', value: ticket })
    }
  })

  it('makes a seed of 20 digits when none is given', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const sample = await client.call('sample.draw', { populationId, controlId, method: 'random', size: 2 })
    expect(sample.seed).toMatch(/^\d{20}$/)
    expect(sample.seedOrigin).toBe('generated')
  })

  it("takes the policy's size without one, and freezes the rule in the plan", async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const sample = await client.call('sample.draw', { populationId, controlId, method: 'random', seed, risk: 'low' })
    expect(sample.items).toHaveLength(25)
    expect(sample.plan).toMatchObject({ risk: 'low', policy: 'Tickmark default, version 1' })
    expect(sample.plan.sizeReason).toContain('low risk: 25')
  })

  it('says in the plan that a size departs from the policy', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const { plan } = await client.call('sample.draw', { populationId, controlId, method: 'random', seed, size: 30 })
    expect(plan.policy).toBeNull()
    expect(plan.sizeReason).toMatch(/Set by the auditor; .*proposes 40/)
  })

  it('draws nothing before the completeness conclusion, nor when it denies', async () => {
    const opened = await openEngagement()
    engine = opened.engine
    const controlId = await addControl(engine, opened.engagementId)
    const populationId = await addPopulation(engine, opened.engagementId, ['1,,', '2,,', '3,,'], { concluded: false })
    const draw = { populationId, controlId, method: 'all' } as const
    await expect(engine.call('sample.draw', draw)).rejects.toMatchObject({ code: 'population.not_concluded' })
    await engine.call('population.conclude', {
      populationId,
      complete: true,
      accurate: false,
      procedure: 'Two amounts differ.',
    })
    await expect(engine.call('sample.draw', draw)).rejects.toMatchObject({ code: 'population.not_concluded' })
    expect((await engine.call('sample.list', { engagementId: opened.engagementId })).samples).toEqual([])
  })

  it('refuses more items than there are, and unknown papers', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const draw = { populationId, controlId, method: 'random', seed } as const
    await expect(client.call('sample.draw', { ...draw, size: 1401 })).rejects.toMatchObject({
      code: 'sampling.size_exceeds_population',
      details: { size: 1401, populationSize: 1400 },
    })
    await expect(client.call('sample.draw', { ...draw, populationId: 'x' })).rejects.toMatchObject({
      code: 'population.not_found',
    })
    await expect(client.call('sample.draw', { ...draw, controlId: 'x' })).rejects.toMatchObject({
      code: 'control.not_found',
    })
  })

  it('needs a reason to draw again, and shows both draws', async () => {
    const { engine: client, engagementId, populationId, controlId } = await fieldwork()
    const draw = { populationId, controlId, method: 'random', size: 3, seed } as const
    await client.call('sample.draw', draw)
    await expect(client.call('sample.draw', draw)).rejects.toMatchObject({ code: 'sample.reason_required' })
    const again = await client.call('sample.draw', {
      ...draw,
      seed: '7',
      reason: 'The first seed was known to the client.',
    })
    expect(again.redrawReason).toBe('The first seed was known to the client.')
    expect((await client.call('sample.list', { engagementId })).samples).toMatchObject([{ size: 3 }, { size: 3 }])
  })

  it('selects systematically, on purpose, or everything', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const systematic = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'systematic',
      size: 25,
      seed,
    })
    // Positions of golden/sampling.json for this seed, 25 of 1,400.
    expect(ids(systematic.items).slice(0, 3)).toEqual(['CHG-00014', 'CHG-00070', 'CHG-00126'])
    const reason = 'Another question.'
    const targeted = await client.call('sample.draw', {
      populationId,
      controlId,
      reason,
      method: 'targeted' as const,
      itemIds: ['CHG-00703', 'CHG-00312'],
    })
    expect(targeted).toMatchObject({
      seed: null,
      seedOrigin: null,
      items: [{ itemId: 'CHG-00703', ticket: null }, { itemId: 'CHG-00312' }],
    })
    await expect(
      client.call('sample.draw', { populationId, controlId, reason, method: 'targeted', itemIds: ['CHG-09999'] }),
    ).rejects.toMatchObject({ code: 'sample.unknown_item' })
    await expect(
      client.call('sample.draw', { populationId, controlId, reason, method: 'targeted' }),
    ).rejects.toMatchObject({
      code: 'sample.items_required',
    })
  })

  it('covers every month when it is stratified, and every item when all are drawn', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const sample = await client.call('sample.draw', {
      populationId,
      controlId,
      method: 'stratified' as const,
      size: 25,
      seed,
      stratifyBy: 'month',
    })
    const { months, days, withoutDate } = await client.call('sample.coverage', { sampleId: sample.sampleId })
    expect(months).toHaveLength(12)
    expect(months.every(({ sample: selected, flag }) => selected > 0 && flag === null)).toBe(true)
    expect(months.reduce((sum, { population }) => sum + population, 0)).toBe(1400)
    expect(days).toHaveLength(25)
    expect(withoutDate).toBe(0)
    const all = await client.call('sample.draw', { populationId, controlId, method: 'all', reason: 'Everything.' })
    expect(all.items).toHaveLength(1400)
  })

  it('flags months without a selected item, and months without any', async () => {
    const opened = await openEngagement()
    engine = opened.engine
    const controlId = await addControl(engine, opened.engagementId, { frequency: 'monthly' })
    const rows = ['JAN,2026-01-31,', 'FEB,2026-02-28,']
    const populationId = await addPopulation(engine, opened.engagementId, rows, { columns: { date: 'day' } })
    const { sampleId } = await engine.call('sample.draw', {
      populationId,
      controlId,
      method: 'targeted',
      itemIds: ['FEB'],
    })
    const { months } = await engine.call('sample.coverage', { sampleId })
    expect(months.find(({ month }) => month === '2026-01')).toEqual({
      month: '2026-01',
      population: 1,
      sample: 0,
      flag: 'not_selected',
      justified: null,
    })
    expect(months.find(({ month }) => month === '2026-02')?.flag).toBeNull()
    expect(months.find(({ month }) => month === '2026-03')?.flag).toBe('no_population')
  })

  it('has no strata without the column for them', async () => {
    const opened = await openEngagement()
    engine = opened.engine
    const controlId = await addControl(engine, opened.engagementId)
    const populationId = await addPopulation(engine, opened.engagementId, ['1,,', '2,,', '3,,'])
    const draw = { populationId, controlId, method: 'stratified', size: 2 } as const
    await expect(engine.call('sample.draw', draw)).rejects.toMatchObject({ code: 'sample.no_strata' })
    await expect(engine.call('sample.draw', { ...draw, stratifyBy: 'column' })).rejects.toMatchObject({
      code: 'sample.no_strata',
    })
  })
})
