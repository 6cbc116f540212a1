import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestEngine, type TestEngine } from './openTestEngine.ts'

let engine: TestEngine

beforeAll(async () => {
  engine = await openTestEngine({ create: false })
})
afterAll(() => engine.close())

const size = (
  frequency: 'monthly' | 'semi-annual' | 'semiannual' | 'many_per_day' | 'multiple_daily' | 'event' | 'automated',
  populationSize: number,
) =>
  engine
    .call('sampling.policySize', { frequency, populationSize, risk: 'moderate' })
    .then(({ sampleSize }) => sampleSize)

describe('sampling without a store', () => {
  it('reproduces the IDEA textbook case: 3,653 items, 95 %, 9 % and 2 % give 68 items', async () => {
    const plan = {
      model: 'hypergeometric',
      confidence: 0.95,
      tolerableRate: 0.09,
      expectedRate: 0.02,
      populationSize: 3653,
    } as const
    expect(await engine.call('sampling.size', plan)).toMatchObject({ sampleSize: 68, acceptableDeviations: 2 })
  })

  it('gives 8.8 % after 25 items without deviation at 90 %', async () => {
    const { upperLimit } = await engine.call('sampling.upperLimit', {
      model: 'binomial',
      confidence: 0.9,
      sampleSize: 25,
      deviations: 0,
    })
    expect(upperLimit).toBeCloseTo(1 - 0.1 ** (1 / 25), 12)
  })

  it('knows what an extension costs: 25, and with one deviation 15 more, is 88.7 % at 10 %', async () => {
    const stages = [
      { size: 25, acceptUpTo: 0, rejectFrom: 2 },
      { size: 15, acceptUpTo: 1, rejectFrom: 2 },
    ]
    expect((await engine.call('sampling.ruleConfidence', { tolerableRate: 0.1, stages })).confidence).toBeCloseTo(
      0.887,
      3,
    )
  })

  it('orders by ticket, as printf and sha256sum do', async () => {
    // for i in a b c; do printf '1,%s' "$i" | sha256sum; done: 66f3…, f545…, dab7…
    const { itemIds } = await engine.call('sampling.select', { seed: '1', itemIds: ['a', 'b', 'c'], size: 3 })
    expect(itemIds).toEqual(['a', 'c', 'b'])
  })

  it('spreads over strata and refuses more than they hold', async () => {
    const strata = [
      { name: 'east', count: 90 },
      { name: 'west', count: 10 },
    ]
    expect((await engine.call('sampling.allocate', { size: 10, strata })).allocation).toEqual([
      { name: 'east', size: 8 },
      { name: 'west', size: 2 },
    ])
    await expect(engine.call('sampling.allocate', { size: 101, strata })).rejects.toMatchObject({
      code: 'sampling.size_exceeds_population',
    })
  })
})

describe("the firm's policy", () => {
  it('reads a frequency in the spellings of the contract', async () => {
    expect(await size('monthly', 12)).toBe(3)
    expect(await size('semi-annual', 2)).toBe(await size('semiannual', 2))
    expect(await size('many_per_day', 5000)).toBe(40)
    expect(await size('multiple_daily', 5000)).toBe(40)
    expect(await size('automated', 1)).toBe(1)
  })

  it('counts the occurrences of an event-driven control', async () => {
    expect(await Promise.all([4, 30, 120, 249, 250].map((count) => size('event', count)))).toEqual([4, 5, 12, 25, 40])
  })

  it('says its name and version, and knows no other', async () => {
    const asked = { frequency: 'daily', populationSize: 250, risk: 'high' } as const
    const { sampleSize, policy, rule } = await engine.call('sampling.policySize', asked)
    expect({ sampleSize, policy }).toEqual({ sampleSize: 40, policy: { name: 'Tickmark default', version: '1' } })
    expect(rule).toContain('high risk: 40')
    await expect(engine.call('sampling.policySize', { ...asked, policy: 'Another' })).rejects.toMatchObject({
      code: 'sampling.unknown_policy',
    })
  })
})
