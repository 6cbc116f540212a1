import { afterEach, describe, expect, it } from 'vitest'
import { addDays } from '../../shared/period/dayCount.ts'
import { addControl, addPopulation, at, openFieldwork } from './fieldwork.ts'
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

describe('a sampling plan', () => {
  it('counts the occurrences of an event-driven control and says the rule, the alternatives and what to think of', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const plan = await client.call('sample.plan', { populationId, controlId })
    expect(plan).toMatchObject({
      populationSize: 1400,
      frequency: 'event',
      policySize: 40,
      policy: 'Tickmark default, version 1',
    })
    expect(plan.rule).toContain('moderate risk: 40')
    expect(plan.alternatives).toHaveLength(18)
    expect(plan.warnings.at(-1)).toContain('prior period never reduces')
  })

  it('warns that a control that changed within the period is two populations', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    await client.call('control.splitVersion', {
      controlId,
      effectiveOn: '2026-03-01',
      description: 'Two people approve.',
      frequency: 'event',
      type: 'manual',
      nature: 'preventive',
    })
    const { warnings } = await client.call('sample.plan', { populationId, controlId })
    expect(warnings.join(' ')).toContain('changed within the period (2026-03-01)')
  })

  it('proposes one item a version for an automated control', async () => {
    const { engine: client, engagementId, populationId } = await fieldwork()
    const controlId = await addControl(client, engagementId, { ref: 'CHG-02', type: 'automated' })
    expect(await client.call('sample.plan', { populationId, controlId })).toMatchObject({ policySize: 1 })
  })

  it('counts each version of a control by the rows of its own days, and sizes it by its own frequency', async () => {
    const { engine: client, engagementId } = await fieldwork()
    const controlId = await addControl(client, engagementId, { ref: 'OPS-01', frequency: 'weekly' })
    const rows = [...weeks('2025-10-01', 22), ...weeks('2026-03-04', 30)].map((day, run) => `R-${run},${day},core`)
    const populationId = await addPopulation(client, engagementId, [...rows, 'R-99,,core'], {
      columns: { date: 'day' },
    })
    await client.call('control.splitVersion', {
      controlId,
      effectiveOn: '2026-03-01',
      description: 'Every month.',
      frequency: 'monthly',
      type: 'manual',
      nature: 'detective',
    })
    const { versions } = await client.call('sample.plan', { populationId, controlId, risk: 'high' })
    expect(versions).toMatchObject([
      { start: '2025-10-01', end: '2026-02-28', frequency: 'weekly', populationSize: 22, policySize: 15 },
      { start: '2026-03-01', end: '2026-09-30', frequency: 'monthly', populationSize: 30, policySize: 4 },
    ])
    const window = { start: '2025-10-01', end: '2026-02-28' }
    const first = await client.call('sample.plan', { populationId, controlId, risk: 'high', window })
    expect(first).toMatchObject({ frequency: 'weekly', populationSize: 22, policySize: 15 })
    expect(first.warnings.join(' ')).toContain('1 row without a date')
    expect(first.warnings.join(' ')).not.toContain('changed within')
  })

  it('counts the rows from a day to a day, excluded ones left out', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const count = async (start: string, end: string) =>
      (await client.call('sample.plan', { populationId, controlId, window: { start, end } })).populationSize
    expect(await count('2025-10-01', '2026-09-30')).toBe(1400)
    expect(await count('2026-10-01', '2026-12-31')).toBe(0)
    const halves = (await count('2025-10-01', '2026-02-13')) + (await count('2026-02-14', '2026-09-30'))
    expect(halves).toBe(1400)
    await expect(count('2026-02-14', '2026-02-13')).rejects.toMatchObject({ code: 'period.end_before_start' })
  })

  it('gives the size by statistics with its reason, or the reason for none', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const aim = { populationId, controlId, confidence: 0.95, tolerableRate: 0.05 }
    const { statistical, alternatives } = await client.call('sample.plan', { ...aim, expectedDeviations: 1 })
    // The binomial table says 93; of 1,400 items a few fewer suffice.
    expect(statistical.sampleSize).toBeLessThan(93)
    expect(statistical.reason).toContain('at most 1 deviation')
    const { supports } = await client.call('sample.plan', { ...aim, expectedDeviations: 1, basis: 'statistics' })
    expect(supports.size).toBe(statistical.sampleSize)
    expect(supports.limits.map(({ supported }) => supported)).toEqual([true, true, false])
    expect(alternatives).toContainEqual({
      confidence: 0.95,
      tolerableRate: 0.05,
      expectedDeviations: 1,
      sampleSize: statistical.sampleSize,
    })
    const none = await client.call('sample.plan', { ...aim, expectedRate: 0.05 })
    expect(none.statistical).toMatchObject({ sampleSize: null, reason: expect.stringContaining('below the tolerable') })
    await expect(
      client.call('sample.plan', { ...aim, expectedRate: 0.01, expectedDeviations: 1 }),
    ).rejects.toMatchObject({ code: 'sampling.invalid_parameter' })
  })

  it("says what the policy's size supports with no, one or two deviations", async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const { supports } = await client.call('sample.plan', { populationId, controlId })
    expect(supports).toMatchObject({ size: 40, noLimitBecause: null })
    // Binomial 90 %: 5.6, 9.4 and 12.8 %; the finite population lies a little below.
    expect(supports.limits.map(({ supported }) => supported)).toEqual([true, true, false])
    expect(at(supports.limits, 0).upperLimit).toBeLessThan(0.056)
    expect(at(supports.limits, 0).upperLimit).toBeGreaterThan(0.053)
  })

  it('gives no confidence to two of twelve months', async () => {
    const { engine: client, engagementId } = await fieldwork()
    const controlId = await addControl(client, engagementId, { ref: 'OPS-02', frequency: 'monthly' })
    const rows = Array.from({ length: 12 }, (_, month) => `M-${month},2026-01-01,core`)
    const populationId = await addPopulation(client, engagementId, rows)
    const { supports } = await client.call('sample.plan', { populationId, controlId, risk: 'low' })
    expect(supports.limits).toEqual([])
    expect(supports.noLimitBecause).toContain('7 of the 12 could deviate unnoticed')
  })

  it('splits the size between interim and roll-forward by days, or by what occurred', async () => {
    const { engine: client, populationId, controlId } = await fieldwork()
    const params = { populationId, controlId, interimEnd: '2026-06-30' }
    const { split } = await client.call('sample.plan', params)
    expect(split).toMatchObject({
      by: 'days',
      interim: { start: '2025-10-01', end: '2026-06-30', days: 273, size: 30 },
      rest: { start: '2026-07-01', end: '2026-09-30', days: 92, size: 10 },
    })
    const byCount = await client.call('sample.plan', { ...params, splitBy: 'occurrences', size: 60 })
    const [interim, rest] = [byCount.split?.interim, byCount.split?.rest]
    expect((interim?.occurrences ?? 0) + (rest?.occurrences ?? 0)).toBe(1400)
    expect((interim?.size ?? 0) + (rest?.size ?? 0)).toBe(60)
    for (const interimEnd of ['2025-09-30', '2026-09-30']) {
      await expect(client.call('sample.plan', { ...params, interimEnd })).rejects.toMatchObject({
        code: 'plan.interim_outside_period',
      })
    }
  })

  it('cannot tell rows apart by day in a population without dates', async () => {
    const { engine: client, engagementId, controlId } = await fieldwork()
    const populationId = await addPopulation(client, engagementId, ['A,2026-01-01,core', 'B,2026-02-01,core'])
    const plan = await client.call('sample.plan', { populationId, controlId, interimEnd: '2026-06-30' })
    expect(plan.split).toMatchObject({ interim: { occurrences: null, size: 1 }, rest: { occurrences: null, size: 1 } })
    expect(plan.versions).toMatchObject([{ populationSize: null, policySize: null }])
    for (const asked of [
      { window: { start: '2025-10-01', end: '2026-06-30' } },
      { interimEnd: '2026-06-30', splitBy: 'occurrences' as const },
    ]) {
      await expect(client.call('sample.plan', { populationId, controlId, ...asked })).rejects.toMatchObject({
        code: 'plan.window_needs_dates',
      })
    }
  })

  it('has no period to split as of a date', async () => {
    const { engine: client } = await fieldwork()
    const { engagementId } = await client.call('engagement.create', {
      client: 'Harbour Books',
      reportType: 'type1',
      asOf: '2026-09-30',
      categories: ['security'],
    })
    const controlId = await addControl(client, engagementId)
    const populationId = await addPopulation(client, engagementId, ['A,2026-01-01,core'])
    const { versions } = await client.call('sample.plan', { populationId, controlId })
    expect(versions).toEqual([])
    await expect(
      client.call('sample.plan', { populationId, controlId, interimEnd: '2026-06-30' }),
    ).rejects.toMatchObject({ code: 'plan.interim_needs_period' })
  })
})

/** @returns a day each week from a day on */
function weeks(from: string, count: number): string[] {
  return Array.from({ length: count }, (_, week) => addDays(from, week * 7))
}
