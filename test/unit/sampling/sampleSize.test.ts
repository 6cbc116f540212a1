import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ceilOf, toDecimal } from '../../../shared/sampling/rate.ts'
import { sampleSize, type SampleSizePlan } from '../../../shared/sampling/sampleSize.ts'
import { binomialTail, hypergeometricTail, isAtMost } from './exactArithmetic.ts'

const plan = (changes: Partial<SampleSizePlan>): SampleSizePlan => ({
  model: 'binomial',
  confidence: 0.9,
  tolerableRate: 0.05,
  ...changes,
})

describe('sample size', () => {
  it.each([
    [0, 45],
    [1, 77],
    [2, 105],
    [3, 132],
    [4, 158],
    [6, 209],
  ])(
    'accepts %d deviations at 5 %% and 90 %% from %d items on (within GAO FAM 450, figure 450.1)',
    (expectedDeviations, size) => {
      expect(sampleSize(plan({ expectedDeviations })).sampleSize).toBe(size)
    },
  )

  it.each([
    [0.05, 0.95, [59, 93, 124, 153]],
    [0.09, 0.9, [25, 42, 58, 73]],
    [0.09, 0.95, [32, 51, 68, 84]],
    [0.1, 0.9, [22, 38, 52, 65]],
    [0.1, 0.95, [29, 46, 61, 76]],
  ])(
    'at a tolerable rate of %d and a confidence of %d takes %j items for 0 to 3 deviations',
    (tolerableRate, confidence, sizes) => {
      const found = sizes.map((_, expectedDeviations) =>
        sampleSize(plan({ tolerableRate, confidence, expectedDeviations })),
      )
      expect(found.map((size) => size.sampleSize)).toEqual(sizes)
    },
  )

  it('plans 68 items with 2 deviations for 95 %, 9 % and 2 % of 3,653 items, as the IDEA textbook case does', () => {
    const rates = { confidence: 0.95, tolerableRate: 0.09, expectedRate: 0.02 }
    expect(sampleSize(plan({ ...rates, model: 'hypergeometric', populationSize: 3653 }))).toMatchObject({
      sampleSize: 68,
      acceptableDeviations: 2,
    })
    expect(sampleSize(plan(rates)).achievedConfidence.toFixed(4)).toBe('0.9508')
  })

  it('takes no deviation as acceptable where none is expected: discovery sampling', () => {
    expect(sampleSize(plan({}))).toMatchObject({ sampleSize: 45, acceptableDeviations: 0 })
  })

  it('accepts a tie: one item at a tolerable rate of 90 % gives 90 % confidence, and not a digit more', () => {
    expect(sampleSize(plan({ tolerableRate: 0.9 })).sampleSize).toBe(1)
    expect(sampleSize(plan({ tolerableRate: 0.9, confidence: '0.90000000000000000001' })).sampleSize).toBe(2)
  })

  it('accepts a tie in a finite population: 9 of 10 items leave a risk of exactly one tenth', () => {
    const finite = plan({ model: 'hypergeometric', tolerableRate: 0.1, populationSize: 10 })
    expect(sampleSize(finite).sampleSize).toBe(9)
    expect(sampleSize({ ...finite, confidence: '0.90000000000000000001' }).sampleSize).toBe(10)
  })

  it('decides on the side of a probability that has its digits, whatever the confidence', () => {
    expect(sampleSize(plan({ tolerableRate: 1e-12, confidence: 1e-12 })).sampleSize).toBe(1)
    expect(sampleSize(plan({ tolerableRate: 0.01, confidence: 0.999999999999 })).sampleSize).toBe(2750)
  })

  it('finds the size of a population of a million items', () => {
    const found = sampleSize(
      plan({
        model: 'hypergeometric',
        confidence: 0.95,
        tolerableRate: 0.05,
        expectedRate: 0.01,
        populationSize: 1_000_000,
      }),
    )
    expect(found).toMatchObject({ sampleSize: 93, acceptableDeviations: 1 })
  })

  it.each([
    ['expects as much as it tolerates', { expectedRate: 0.05 }, 'sampling.expected_not_below_tolerable'],
    ['tolerates nothing', { tolerableRate: 0 }, 'sampling.expected_not_below_tolerable'],
    [
      'tolerates nothing and expects a number',
      { tolerableRate: 0, expectedDeviations: 0 },
      'sampling.invalid_parameter',
    ],
    ['needs more than 5,000 items', { tolerableRate: 0.0004 }, 'sampling.no_size'],
    [
      'needs more items than there are',
      { model: 'hypergeometric', populationSize: 50, expectedRate: 0.045 },
      'sampling.no_size',
    ],
    [
      'accepts every number of deviations there can be',
      { model: 'hypergeometric', populationSize: 50, expectedDeviations: 3 },
      'sampling.no_size',
    ],
    ['has a confidence of 100 %', { confidence: 1 }, 'sampling.invalid_parameter'],
    ['has a confidence in percent', { confidence: 95 }, 'sampling.invalid_parameter'],
    ['has no confidence', { confidence: 0 }, 'sampling.invalid_parameter'],
    ['has a tolerable rate above 100 %', { tolerableRate: 1.1 }, 'sampling.invalid_parameter'],
    ['expects less than nothing', { expectedRate: -0.01 }, 'sampling.invalid_parameter'],
    ['expects half a deviation', { expectedDeviations: 0.5 }, 'sampling.invalid_parameter'],
    ['expects a rate and a number', { expectedRate: 0.01, expectedDeviations: 1 }, 'sampling.invalid_parameter'],
    ['is finite without a population', { model: 'hypergeometric' }, 'sampling.invalid_parameter'],
    ['has an empty population', { model: 'hypergeometric', populationSize: 0 }, 'sampling.invalid_parameter'],
  ] as [string, Partial<SampleSizePlan>, string][])('refuses a plan that %s', (_name, changes, code) => {
    expect(() => sampleSize(plan(changes))).toThrow(expect.objectContaining({ code }))
  })
})

const percent = fc.integer({ min: 1, max: 99 })
const sizeOrNone = (params: SampleSizePlan) => {
  try {
    return sampleSize(params).sampleSize
  } catch {
    return null
  }
}

describe('the size is the smallest one, by exact arithmetic', () => {
  it('in a finite population, where the acceptable deviations jump', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        percent,
        percent,
        fc.integer({ min: 0, max: 98 }),
        (N, confidence, tolerable, expected) => {
          fc.pre(expected < tolerable)
          const deviating = Math.ceil((tolerable * N) / 100)
          const sizes = Array.from({ length: N }, (_, i) => i + 1)
          const first = sizes.find((n) =>
            isAtMost(hypergeometricTail(n, N, deviating, Math.ceil((expected * n) / 100)), 100 - confidence, 100),
          )
          const params = {
            model: 'hypergeometric',
            confidence: confidence / 100,
            tolerableRate: tolerable / 100,
            expectedRate: expected / 100,
            populationSize: N,
          } as const
          expect(sizeOrNone(params)).toBe(first ?? null)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('in an infinite population', () => {
    fc.assert(
      fc.property(
        percent,
        fc.integer({ min: 5, max: 99 }),
        fc.integer({ min: 0, max: 98 }),
        (confidence, tolerable, expected) => {
          fc.pre(expected < tolerable)
          const found = sizeOrNone({
            model: 'binomial',
            confidence: confidence / 100,
            tolerableRate: tolerable / 100,
            expectedRate: expected / 100,
          })
          fc.pre(found === null || found <= 120)
          const sizes = Array.from({ length: 120 }, (_, i) => i + 1)
          const first = sizes.find((n) =>
            isAtMost(
              binomialTail(n, tolerable, 100, ceilOf(toDecimal(`${expected}e-2`, 'expected'), n)),
              100 - confidence,
              100,
            ),
          )
          expect(found).toBe(first ?? null)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('under the Poisson model, whose mean replaces the binomial one', () => {
    // Gamma quantiles divided by the rate: 2.995732 and 4.743865 for 95 %, 2.302585 and 3.889720 for 90 %.
    const size = (confidence: number, expectedDeviations: number) =>
      sampleSize({ model: 'poisson', confidence, tolerableRate: 0.001, expectedDeviations }).sampleSize
    expect([size(0.95, 0), size(0.95, 1), size(0.9, 0), size(0.9, 1)]).toEqual([2996, 4744, 2303, 3890])
  })
})
