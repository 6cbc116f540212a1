import { describe, expect, it } from 'vitest'
import { statisticalAlternatives } from '../../../shared/sample/alternatives.ts'
import { statisticalPlan } from '../../../shared/sample/statisticalPlan.ts'
import { supportOf } from '../../../shared/sample/support.ts'

describe('a sample size by statistics', () => {
  it('is that of the textbook case of 3,653 items: 68 with at most 2 deviations', () => {
    const plan = statisticalPlan({ populationSize: 3653, confidence: 0.95, tolerableRate: 0.09, expectedRate: 0.02 })
    expect(plan).toMatchObject({ sampleSize: 68, acceptableDeviations: 2 })
    expect(plan.reason).toMatch(
      /^68 of 3,653 items support a tolerable rate of 9 % at 95 % confidence as long as the sample shows at most 2 deviations \(an expected rate of 2 %\)\./,
    )
  })

  it.each([
    // GAO Financial Audit Manual, figure 450.1: 90 % confidence, tolerable rate 5 %
    [0, 45],
    [1, 78],
    [2, 105],
    [3, 132],
    [4, 158],
  ])(
    'with %d acceptable deviations is at most the %d items of the published table',
    (expectedDeviations, published) => {
      const { sampleSize } = statisticalPlan({
        populationSize: 1_000_000,
        confidence: 0.9,
        tolerableRate: 0.05,
        expectedDeviations,
      })
      expect(sampleSize).toBeLessThanOrEqual(published)
      expect(sampleSize).toBeGreaterThanOrEqual(published - 1)
    },
  )

  it('never claims a confidence that was not achieved', () => {
    const { achievedConfidence, reason } = statisticalPlan({
      populationSize: 1_000_000,
      confidence: 0.9,
      tolerableRate: 0.1,
    })
    // 1 − 0.9^22 is 0.90152…
    expect(achievedConfidence).toBeCloseTo(0.9015, 3)
    expect(reason).toContain('Achieved confidence: 90.1 %')
  })

  it.each([
    ['nothing to select', { populationSize: 0, confidence: 0.9, tolerableRate: 0.1 }],
    ['No sample shows that nothing deviates', { populationSize: 100, confidence: 0.9, tolerableRate: 0 }],
    [
      'expected rate has to be below',
      { populationSize: 100, confidence: 0.9, tolerableRate: 0.05, expectedRate: 0.05 },
    ],
    [
      'No sample of these 12 items supports a tolerable rate of 10 % at 90 % confidence (2 expected)',
      { populationSize: 12, confidence: 0.9, tolerableRate: 0.1, expectedDeviations: 2 },
    ],
  ])('is none, with the reason: %s', (reason, aim) => {
    expect(statisticalPlan(aim)).toMatchObject({ sampleSize: null, reason: expect.stringContaining(reason) })
  })

  it('takes an expected rate or a number of deviations, not both', () => {
    const both = { populationSize: 100, confidence: 0.9, tolerableRate: 0.1, expectedRate: 0.01, expectedDeviations: 1 }
    expect(() => statisticalPlan(both)).toThrow(expect.objectContaining({ code: 'sampling.invalid_parameter' }))
  })
})

describe('the alternatives to a plan', () => {
  it('hold the figures of the plan among the usual ones', () => {
    const around = statisticalAlternatives(1400, { confidence: 0.8, tolerableRate: 0.07, deviations: 4 })
    expect(new Set(around.map(({ confidence }) => confidence))).toEqual(new Set([0.8, 0.9, 0.95]))
    expect(new Set(around.map(({ tolerableRate }) => tolerableRate))).toEqual(new Set([0.05, 0.07, 0.09, 0.1]))
    expect(new Set(around.map(({ expectedDeviations }) => expectedDeviations))).toEqual(new Set([0, 1, 2, 4]))
    expect(statisticalAlternatives(1400, { confidence: 0.9, tolerableRate: 0.1, deviations: 0 })).toHaveLength(18)
  })
})

describe('what a size supports', () => {
  it.each([
    // Hypergeometric, 90 %, no deviation: items of the population that could deviate.
    [250, 25, 20],
    [100, 25, 7],
  ])(
    'of a population of %d and a sample of %d: at most %d deviating items if none is found',
    (populationSize, size, items) => {
      const { limits } = supportOf({ size, populationSize, confidence: 0.9, tolerableRate: 0.1 })
      expect(limits[0]).toEqual({
        deviations: 0,
        upperLimit: items / populationSize,
        deviatingItems: items,
        supported: true,
      })
      expect(limits.map(({ supported }) => supported)).toEqual([true, false, false])
    },
  )

  it.each([
    [4, 2, 2],
    [12, 2, 7],
    [52, 5, 18],
  ])(
    'of a population of %d and a sample of %d is nothing: %d items could deviate unnoticed',
    (populationSize, size, items) => {
      const { limits, noLimitBecause } = supportOf({ size, populationSize, confidence: 0.9, tolerableRate: 0.1 })
      expect(limits).toEqual([])
      expect(noLimitBecause).toContain(`${items} of the ${populationSize} could deviate unnoticed`)
    },
  )

  it('of a whole population has no sampling risk, and of none there is nothing to say', () => {
    const aim = { confidence: 0.9, tolerableRate: 0.1 }
    expect(supportOf({ size: 4, populationSize: 4, ...aim }).noLimitBecause).toContain('no sampling risk')
    expect(supportOf({ size: 0, populationSize: 0, ...aim }).noLimitBecause).toContain('nothing to select')
  })
})
