import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FiniteSample } from '../../../shared/sampling/upperLimit.ts'
import { upperLimit } from '../../../shared/sampling/upperLimit.ts'
import { upperLimitStratified } from '../../../shared/sampling/upperLimitStratified.ts'
import { hypergeometricTail, toNumber } from './exactArithmetic.ts'

/** The definition, by trying every spread of every total. */
function byEverySpread(strata: readonly FiniteSample[], confidence: number): number {
  let best = new Map([[0, 0]])
  for (const { populationSize, sampleSize, deviations } of strata) {
    const next = new Map<number, number>()
    for (let items = deviations; items <= populationSize - sampleSize + deviations; items += 1) {
      const ln = Math.log(toNumber(hypergeometricTail(sampleSize, populationSize, items, deviations)))
      for (const [total, sum] of best) next.set(total + items, Math.max(next.get(total + items) ?? -Infinity, sum + ln))
    }
    best = next
  }
  const plausible = [...best].filter(([, ln]) => {
    let term = Math.exp(ln)
    let p = term
    for (let i = 1; i < strata.length; i += 1) {
      term *= -ln / i
      p += term
    }
    return p > 1 - confidence
  })
  return Math.max(...plausible.map(([total]) => total))
}

const anyStratum = fc.tuple(fc.integer({ min: 1, max: 18 }), fc.nat(), fc.nat()).map(([populationSize, a, b]) => {
  const sampleSize = a % (populationSize + 1)
  return { populationSize, sampleSize, deviations: b % (sampleSize + 1) }
})

describe('upper limit over strata that differ', () => {
  it('is the largest total that no spread makes implausible', () => {
    fc.assert(
      fc.property(
        fc.array(anyStratum, { minLength: 2, maxLength: 4 }),
        fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99),
        (strata, confidence) => {
          expect(upperLimitStratified({ confidence, strata }).deviatingItems).toBe(byEverySpread(strata, confidence))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of a single stratum is its own limit', () => {
    const stratum = { populationSize: 250, sampleSize: 25, deviations: 1 }
    expect(upperLimitStratified({ confidence: 0.9, strata: [stratum] })).toMatchObject(
      upperLimit({ model: 'hypergeometric', confidence: 0.9, ...stratum }),
    )
  })

  it('gives the limit of each stratum beside it', () => {
    const strata = [
      { populationSize: 250, sampleSize: 25, deviations: 0 },
      { populationSize: 52, sampleSize: 5, deviations: 0 },
    ]
    expect(upperLimitStratified({ confidence: 0.9, strata }).strata).toEqual([
      { deviatingItems: 20, upperLimit: 0.08 },
      { deviatingItems: 18, upperLimit: 18 / 52 },
    ])
  })

  it('does not depend on the order of the strata', () => {
    fc.assert(
      fc.property(fc.array(anyStratum, { minLength: 2, maxLength: 6 }), (strata) => {
        const limit = (of: readonly FiniteSample[]) =>
          upperLimitStratified({ confidence: 0.9, strata: of }).deviatingItems
        expect(limit(strata.toReversed())).toBe(limit(strata))
      }),
    )
  })

  it('takes a stratum that nothing was examined of as wholly deviating', () => {
    const strata = [
      { populationSize: 100, sampleSize: 100, deviations: 0 },
      { populationSize: 40, sampleSize: 0, deviations: 0 },
    ]
    expect(upperLimitStratified({ confidence: 0.9, strata }).deviatingItems).toBe(40)
  })

  it('is found for strata of a million items', () => {
    const strata = Array.from({ length: 12 }, () => ({ populationSize: 1_000_000, sampleSize: 60, deviations: 0 }))
    const { deviatingItems, upperLimit: limit } = upperLimitStratified({ confidence: 0.95, strata })
    // Twelve like strata carry a twelfth each; the sum of −ln(1 − g)·60 meets the gamma quantile of 95 % with shape 12.
    expect(limit).toBeCloseTo(1 - Math.exp(-18.2075142554 / 720), 5)
    expect(deviatingItems).toBe(Math.round(limit * 12_000_000))
  })

  it.each([
    [
      'more deviations than items',
      [{ populationSize: 10, sampleSize: 2, deviations: 3 }],
      'sampling.deviations_exceed_sample',
    ],
    [
      'more items than the stratum has',
      [{ populationSize: 10, sampleSize: 11, deviations: 0 }],
      'sampling.size_exceeds_population',
    ],
    ['strata without items', [{ populationSize: 0, sampleSize: 0, deviations: 0 }], 'sampling.invalid_parameter'],
    ['no strata', [], 'sampling.invalid_parameter'],
  ] as [string, FiniteSample[], string][])('refuses %s', (_name, strata, code) => {
    expect(() => upperLimitStratified({ confidence: 0.9, strata })).toThrow(expect.objectContaining({ code }))
  })
})
