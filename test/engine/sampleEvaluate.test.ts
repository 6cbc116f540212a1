import { afterEach, describe, expect, it } from 'vitest'
import { addControl, addPopulation, at, openEngagement, openTesting, recordAll, seed } from './fieldwork.ts'
import type { TestEngine } from './openTestEngine.ts'

let engine: TestEngine | undefined

afterEach(async () => {
  await engine?.close()
  engine = undefined
})

/** A population of so many items, a sample from it and a procedure with two attributes. */
async function testing(
  populationSize: number,
  draw: { method: 'random' | 'targeted' | 'stratified' | 'all'; size?: number; itemIds?: string[] },
) {
  const opened = await openEngagement()
  engine = opened.engine
  const controlId = await addControl(engine, opened.engagementId)
  const rows = Array.from(
    { length: populationSize },
    (_, place) => `R-${place},2026-01-15,${place % 3 === 0 ? 'ledger' : 'billing'}`,
  )
  const populationId = await addPopulation(engine, opened.engagementId, rows, {
    columns: { date: 'day', stratum: 'system' },
  })
  const stratify = draw.method === 'stratified' ? { stratifyBy: 'column' as const } : {}
  const sample = await engine.call('sample.draw', { populationId, controlId, seed, ...draw, ...stratify })
  const { procedureId } = await engine.call('procedure.save', {
    controlId,
    nature: 'inspection',
    text: 'Inspect.',
    attributes: [
      { letter: 'A', text: 'Approved' },
      { letter: 'B', text: 'Tested' },
    ],
  })
  return { client: engine, controlId, procedureId, sampleId: sample.sampleId, items: sample.items }
}

describe('evaluating a sample', () => {
  it('gives the exact bound of a finite population: 25 of 250 without deviation at 90 % leaves up to 20 (8.0 %)', async () => {
    const { client, procedureId, sampleId } = await testing(250, { method: 'random', size: 25 })
    await recordAll(client, procedureId)
    const evaluation = await client.call('sample.evaluate', { sampleId })
    expect(evaluation).toMatchObject({
      drawn: 25,
      examined: 25,
      untested: 0,
      deviations: 0,
      rate: 0,
      deviatingItems: 20,
      upperLimit: 0.08,
    })
    expect(evaluation).toMatchObject({ supported: true, ruleConfidence: null, noLimitBecause: null, confidence: 0.9 })
    expect(evaluation.sentence).toContain('no deviations noted')
    expect(evaluation.sentence).not.toMatch(/no exceptions exist|no deviations exist/i)
  })

  it('takes an item by its worst attribute, and one attribute alone when it is named', async () => {
    const { client, procedureId, sampleId, items } = await testing(250, { method: 'random', size: 25 })
    await recordAll(client, procedureId)
    const cell = { procedureId, attribute: 'B' }
    await client.call('result.record', { ...cell, sampleItemId: at(items, 0).sampleItemId, outcome: 'deviation' })
    await client.call('result.record', { ...cell, sampleItemId: at(items, 1).sampleItemId, outcome: 'not_applicable' })
    expect(await client.call('sample.evaluate', { sampleId })).toMatchObject({
      examined: 25,
      deviations: 1,
      rate: 0.04,
    })
    expect(await client.call('sample.evaluate', { sampleId, attribute: 'B' })).toMatchObject({
      examined: 24,
      notApplicable: 1,
      deviations: 1,
      rate: 1 / 24,
    })
    expect(await client.call('sample.evaluate', { sampleId, attribute: 'A' })).toMatchObject({
      examined: 25,
      deviations: 0,
    })
    await expect(client.call('sample.evaluate', { sampleId, attribute: 'Z' })).rejects.toMatchObject({
      code: 'result.unknown_attribute',
    })
    await expect(client.call('sample.evaluate', { sampleId, procedureId: 'x' })).rejects.toMatchObject({
      code: 'procedure.not_found',
    })
  })

  it('has no limit for items that were selected on purpose, and says why', async () => {
    const { client, procedureId, sampleId } = await testing(250, { method: 'targeted', itemIds: ['R-1', 'R-2'] })
    await recordAll(client, procedureId)
    const evaluation = await client.call('sample.evaluate', { sampleId })
    expect(evaluation).toMatchObject({ upperLimit: null, supported: null, rate: 0 })
    expect(evaluation.noLimitBecause).toContain('on purpose')
  })

  it('has no limit for a sample below the statistical minimum', async () => {
    const { client, procedureId, sampleId } = await testing(12, { method: 'random', size: 2 })
    await recordAll(client, procedureId)
    expect((await client.call('sample.evaluate', { sampleId })).noLimitBecause).toContain(
      'below the statistical minimum',
    )
  })

  it('has no sampling risk when every item was examined', async () => {
    const { client, procedureId, sampleId, items } = await testing(8, { method: 'all' })
    await recordAll(client, procedureId)
    const deviating = {
      procedureId,
      sampleItemId: at(items, 0).sampleItemId,
      attribute: 'A',
      outcome: 'deviation',
    } as const
    await client.call('result.record', deviating)
    expect(await client.call('sample.evaluate', { sampleId })).toMatchObject({ upperLimit: 1 / 8, deviatingItems: 1 })
  })

  it('shows the confidence of the whole rule after an extension: 88.7 % at 10 % for 25 and 15', async () => {
    const { client, sampleId } = await testing(1000, { method: 'random', size: 25 })
    await client.call('sample.extend', { sampleId, by: 15, reason: 'One deviation.' })
    const { drawn, ruleConfidence } = await client.call('sample.evaluate', { sampleId })
    expect(drawn).toBe(40)
    expect(ruleConfidence).toBeCloseTo(0.8871521930601631, 12)
  })

  it('combines the bounds of systems that may differ: 50 of 200 and 25 of 100 without deviation leave up to 16 at 95 %', async () => {
    const { client, procedureId, sampleId, items } = await testing(300, { method: 'stratified', size: 75 })
    expect(items.filter(({ stratum }) => stratum === 'billing')).toHaveLength(50)
    await recordAll(client, procedureId)
    expect(await client.call('sample.evaluate', { sampleId, confidence: 0.95 })).toMatchObject({
      deviatingItems: 16,
      upperLimit: 16 / 300,
    })
  })

  it('leaves replaced items out', async () => {
    const { engine: client, sample, procedureId } = await openTesting()
    engine = client
    await client.call('sample.replace', { sampleItemId: at(sample.items, 0).sampleItemId, reason: 'Void.' })
    await recordAll(client, procedureId)
    expect(await client.call('sample.evaluate', { sampleId: sample.sampleId })).toMatchObject({
      drawn: 5,
      examined: 5,
      untested: 0,
    })
  })

  it('gives each attribute its own figures, over the items to which it applies', async () => {
    const { client, procedureId, sampleId, items } = await testing(250, { method: 'random', size: 25 })
    await recordAll(client, procedureId)
    const cell = { procedureId, attribute: 'B' }
    await client.call('result.record', { ...cell, sampleItemId: at(items, 0).sampleItemId, outcome: 'deviation' })
    await client.call('result.record', { ...cell, sampleItemId: at(items, 1).sampleItemId, outcome: 'not_applicable' })
    const { attributes } = await client.call('sample.evaluate', { sampleId })
    expect(attributes).toMatchObject([
      { letter: 'A', text: 'Approved', examined: 25, deviations: 0, deviatingItems: 20 },
      { letter: 'B', text: 'Tested', examined: 24, notApplicable: 1, deviations: 1 },
    ])
  })
})

describe('a control that was tested in two visits', () => {
  const interim = { start: '2025-10-01', end: '2026-06-30' }
  const rest = { start: '2026-07-01', end: '2026-09-30' }

  /** 150 runs until June and 100 after it, with a sample and a procedure for each part. */
  async function visits(sizes: { interim: number; rest: number }) {
    const opened = await openEngagement()
    engine = opened.engine
    const controlId = await addControl(engine, opened.engagementId)
    const rows = Array.from({ length: 250 }, (_, place) => `R-${place},${place < 150 ? '2026-02-02' : '2026-08-03'},a`)
    const populationId = await addPopulation(engine, opened.engagementId, rows, { columns: { date: 'day' } })
    for (const [part, window, size] of [
      ['interim', interim, sizes.interim],
      ['roll_forward', rest, sizes.rest],
    ] as const) {
      const drawn = { populationId, controlId, method: 'random', seed, size, window, part } as const
      const { sampleId } = await engine.call('sample.draw', drawn)
      const procedure = { controlId, sampleId, nature: 'inspection', text: 'Inspect.' } as const
      const attributes = [{ letter: 'A', text: 'Approved' }]
      await recordAll(engine, (await engine.call('procedure.save', { ...procedure, attributes })).procedureId)
    }
    return { client: engine, controlId, populationId }
  }

  it('is evaluated over both: in proportion as one sample, 25 of 250, up to 20', async () => {
    const { client, controlId } = await visits({ interim: 15, rest: 10 })
    const { parts, together } = await client.call('sample.evaluateParts', { controlId })
    expect(parts).toMatchObject([
      { part: 'interim', window: interim, populationSize: 150, examined: 15 },
      { part: 'roll_forward', window: rest, populationSize: 100, examined: 10 },
    ])
    expect(together).toMatchObject({ combinedAs: 'one', examined: 25, deviatingItems: 20, upperLimit: 0.08 })
  })

  it('is evaluated by the combined bounds where one part was extended', async () => {
    const { client, controlId } = await visits({ interim: 30, rest: 10 })
    const { together } = await client.call('sample.evaluateParts', { controlId })
    expect(together).toMatchObject({ combinedAs: 'strata', examined: 40 })
    expect(together?.deviatingItems).toBeGreaterThan(20 / 2)
  })

  it('is not added up where days were drawn from twice', async () => {
    const { client, controlId, populationId } = await visits({ interim: 15, rest: 10 })
    const again = { populationId, controlId, method: 'random', size: 5, seed: '1234567890', reason: 'Again.' } as const
    await client.call('sample.draw', { ...again, window: interim, part: 'interim' })
    const { parts, together, notTogetherBecause } = await client.call('sample.evaluateParts', { controlId })
    expect([parts.length, together]).toEqual([3, null])
    expect(notTogetherBecause).toContain('2026-06-30')
  })
})

describe('the confidence and the tolerable rate', () => {
  it('are those of the plan, unless others are asked for', async () => {
    const opened = await openEngagement()
    engine = opened.engine
    const { engagementId } = opened
    const controlId = await addControl(engine, engagementId)
    const rows = Array.from({ length: 100 }, (_, place) => `T-${place},,`)
    const populationId = await addPopulation(engine, engagementId, rows)
    const plan = { confidence: 0.95, tolerableRate: 0.08 }
    const { sampleId } = await engine.call('sample.draw', {
      populationId,
      controlId,
      method: 'random',
      size: 30,
      ...plan,
    })
    await expect(engine.call('sample.evaluate', { sampleId })).resolves.toMatchObject(plan)
    const asked = { confidence: 0.9, tolerableRate: 0.1 }
    await expect(engine.call('sample.evaluate', { sampleId, ...asked })).resolves.toMatchObject(asked)
  })
})
