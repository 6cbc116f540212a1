import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limitText } from '../../../shared/sampling/figureText.ts'
import { type EvaluatedSample, isSupported, upperLimit } from '../../../shared/sampling/upperLimit.ts'
import { hypergeometricTail, isAtMost } from './exactArithmetic.ts'

// Upper limits in percent after 0, 1, 2 and 3 deviations, computed elsewhere and rounded to the nearest tenth.
const known: [size: number, at90: string, at95: string][] = [
  [5, '36.9 / 58.4 / 75.3 / 88.8', '45.1 / 65.7 / 81.1 / 92.4'],
  [10, '20.6 / 33.7 / 45.0 / 55.2', '25.9 / 39.4 / 50.7 / 60.7'],
  [15, '14.2 / 23.6 / 31.7 / 39.3', '18.1 / 27.9 / 36.3 / 44.0'],
  [20, '10.9 / 18.1 / 24.5 / 30.4', '13.9 / 21.6 / 28.3 / 34.4'],
  [25, '8.8 / 14.7 / 19.9 / 24.8', '11.3 / 17.6 / 23.1 / 28.2'],
  [30, '7.4 / 12.4 / 16.8 / 20.9', '9.5 / 14.9 / 19.5 / 23.9'],
  [40, '5.6 / 9.4 / 12.8 / 15.9', '7.2 / 11.3 / 14.9 / 18.3'],
  [45, '5.0 / 8.4 / 11.4 / 14.2', '6.4 / 10.1 / 13.3 / 16.3'],
  [60, '3.8 / 6.3 / 8.6 / 10.8', '4.9 / 7.7 / 10.1 / 12.4'],
]

// The same at 95 % as the AICPA Audit Sampling guide prints them (table A-3): rounded up.
const published: [size: number, limits: string[]][] = [
  [30, ['9.6 %', '14.9 %', '19.6 %']],
  [45, ['6.5 %', '10.2 %', '13.4 %', '16.4 %']],
  [60, ['4.9 %', '7.7 %', '10.2 %', '12.5 %']],
]

const limit = (sampleSize: number, deviations: number, changes: Partial<EvaluatedSample> = {}) =>
  upperLimit({ model: 'binomial', confidence: 0.9, sampleSize, deviations, ...changes })

const finite = (populationSize: number, sampleSize: number, deviations: number, confidence = 0.9) =>
  ({ model: 'hypergeometric', confidence, sampleSize, deviations, populationSize }) as const

describe('upper limit of the deviation rate', () => {
  it.each(known)('after %d items is %s %% at a confidence of 90 %%, and %s %% at 95 %%', (size, at90, at95) => {
    const row = (confidence: number) =>
      [0, 1, 2, 3]
        .map((deviations) => (limit(size, deviations, { confidence }).upperLimit * 100).toFixed(1))
        .join(' / ')
    expect([row(0.9), row(0.95)]).toEqual([at90, at95])
  })

  it.each(published)('after %d items is shown as %j, rounded up as the published table has it', (size, limits) => {
    const shown = limits.map((_, deviations) => limitText(limit(size, deviations, { confidence: 0.95 }).upperLimit))
    expect(shown).toEqual(limits)
  })

  it.each([
    [4, 2, 2],
    [12, 2, 7],
    [52, 5, 18],
    [250, 25, 20],
    [100, 25, 7],
  ])(
    'in %d items, %d of which were examined without deviation, leaves up to %d deviating at 90 %%',
    (populationSize, size, deviating) => {
      expect(upperLimit(finite(populationSize, size, 0))).toEqual({
        deviatingItems: deviating,
        upperLimit: deviating / populationSize,
      })
    },
  )

  it('is the deviation rate itself once every item was examined', () => {
    expect(upperLimit(finite(10, 10, 3))).toEqual({ deviatingItems: 3, upperLimit: 0.3 })
  })

  it('is 100 % where every item of the sample deviates', () => {
    expect(limit(25, 25).upperLimit).toBe(1)
    expect(upperLimit(finite(100, 25, 25)).deviatingItems).toBe(100)
  })

  it('keeps its digits at a very high confidence', () => {
    // 1 − (10^−12)^(1/25)
    expect(limit(25, 0, { confidence: 0.999999999999 }).upperLimit).toBeCloseTo(0.6688688785174088, 12)
  })

  it('of the Poisson model is the gamma quantile divided by the sample size', () => {
    const after = (deviations: number) => limit(1000, deviations, { model: 'poisson', confidence: 0.95 }).upperLimit
    expect(after(0)).toBeCloseTo(0.00299573227355399, 12)
    expect(after(1)).toBeCloseTo(0.00474386451839058, 12)
  })

  it('of the finite population is the largest count that exact arithmetic does not rule out', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 99 }),
        (N, a, b, confidence) => {
          const n = 1 + (a % N)
          const k = b % (n + 1)
          const possible = Array.from({ length: N - n + 1 }, (_, more) => k + more)
          const largest = possible.findLast((K) => !isAtMost(hypergeometricTail(n, N, K, k), 100 - confidence, 100))
          expect(upperLimit(finite(N, n, k, confidence / 100)).deviatingItems).toBe(largest)
        },
      ),
    )
  })

  it('rises with every deviation, falls with every item and rises with the confidence', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 300 }),
        fc.nat(),
        fc.constantFrom('binomial', 'hypergeometric'),
        (size, a, model) => {
          const deviations = a % size
          const evaluated = (n: number, k: number, confidence: number) =>
            upperLimit({ model, confidence, sampleSize: n, deviations: k, populationSize: 400 }).upperLimit
          const here = evaluated(size, deviations, 0.9)
          expect(evaluated(size, deviations + 1, 0.9)).toBeGreaterThan(here)
          expect(evaluated(size + 1, deviations, 0.9)).toBeLessThanOrEqual(here)
          expect(evaluated(size, deviations, 0.95)).toBeGreaterThanOrEqual(here)
          expect(here).toBeGreaterThanOrEqual(deviations / size - 1 / 400)
        },
      ),
    )
  })

  it.each([
    ['more deviations than items', { deviations: 26 }, 'sampling.deviations_exceed_sample'],
    ['more items than the population has', { populationSize: 24 }, 'sampling.size_exceeds_population'],
    ['no items', { sampleSize: 0 }, 'sampling.invalid_parameter'],
    ['fewer deviations than none', { deviations: -1 }, 'sampling.invalid_parameter'],
    ['a finite population of unknown size', { model: 'hypergeometric' }, 'sampling.invalid_parameter'],
    ['a confidence of 1', { confidence: 1 }, 'sampling.invalid_parameter'],
  ] as [string, Partial<EvaluatedSample>, string][])('refuses %s', (_name, changes, code) => {
    expect(() => limit(25, 0, changes)).toThrow(expect.objectContaining({ code }))
  })
})

describe('support of the tolerable rate', () => {
  it('is given where the limit equals the tolerable rate, to the last digit', () => {
    // One item without deviation at 90 %: the limit is 90 % exactly.
    const one = { model: 'binomial', confidence: 0.9, sampleSize: 1, deviations: 0 } as const
    expect(isSupported(one, 0.9)).toBe(true)
    expect(isSupported(one, '0.8999999999999999999')).toBe(false)
  })

  it('is decided unrounded: 44 items without deviation at 90 % miss 5 %, 45 do not', () => {
    expect(
      [44, 45].map((sampleSize) =>
        isSupported({ model: 'binomial', confidence: 0.9, sampleSize, deviations: 0 }, 0.05),
      ),
    ).toEqual([false, true])
  })

  it('in a finite population needs fewer deviating items than the tolerable rate makes', () => {
    // 20 of 250 items could deviate (8 %).
    expect(isSupported(finite(250, 25, 0), 0.08)).toBe(false)
    expect(isSupported(finite(250, 25, 0), 0.0801)).toBe(true)
  })

  it('is given at 100 % only where every item deviates', () => {
    const all = { model: 'binomial', confidence: 0.9, sampleSize: 3, deviations: 3 } as const
    expect([isSupported(all, 1), isSupported(all, 0.999)]).toEqual([true, false])
  })

  it('agrees with the limit wherever that is not a tie', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('binomial', 'poisson'),
        (sampleSize, a, perMille, model) => {
          const sample = { model, confidence: 0.95, sampleSize, deviations: a % (sampleSize + 1) } as const
          const { upperLimit: found } = upperLimit(sample)
          fc.pre(Math.abs(found - perMille / 1000) > 1e-9)
          expect(isSupported(sample, perMille / 1000)).toBe(found < perMille / 1000)
        },
      ),
    )
  })
})
