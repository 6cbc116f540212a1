import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binomial, hypergeometric, poisson } from '../../../shared/sampling/distribution.ts'
import { binomialAtMost, hypergeometricAtMost } from '../../../shared/sampling/exactTail.ts'
import { poissonAtMost } from '../../../shared/sampling/exactPoisson.ts'
import { toDecimal } from '../../../shared/sampling/rate.ts'
import { tailsAt } from '../../../shared/sampling/tail.ts'
import { binomialTail, hypergeometricTail, isAtMost, toNumber } from './exactArithmetic.ts'

const decimal = (value: number | string) => toDecimal(value, 'value')

describe('tail probabilities', () => {
  it('agree with exact arithmetic to 1e-9 in finite populations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        (N, part, rate, k) => {
          const n = Math.ceil(part * N)
          const K = Math.floor(rate * N)
          const exact = hypergeometricTail(n, N, K, k)
          fc.pre(exact.numerator * 10n ** 12n > exact.denominator)
          expect(tailsAt(hypergeometric(n, N, K), k).lower / toNumber(exact)).toBeCloseTo(1, 9)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('agree with exact arithmetic to 1e-9 in infinite populations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 800 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 60 }),
        (n, perMille, k) => {
          const exact = binomialTail(n, perMille, 1000, k)
          fc.pre(exact.numerator * 10n ** 12n > exact.denominator)
          expect(tailsAt(binomial(n, perMille / 1000, 1 - perMille / 1000), k).lower / toNumber(exact)).toBeCloseTo(
            1,
            9,
          )
        },
      ),
      { numRuns: 150 },
    )
  })

  it.each([
    // P(X ≤ k) from mpmath 1.3 with 50 digits.
    [2.5, 0, 0.0820849986238988],
    [735.8431, 572, 1.906591500716804e-10],
    [5000, 4900, 0.07934609795706001],
  ])('are right for a Poisson mean of %d and %d deviations', (mean, k, expected) => {
    expect(tailsAt(poisson(mean), k).lower / expected).toBeCloseTo(1, 9)
  })

  it('leave nothing to chance at the ends', () => {
    expect(tailsAt(binomial(10, 0.5, 0.5), 10).lower).toBe(1)
    expect(tailsAt(hypergeometric(8, 10, 5), 2).lower).toBe(0)
    expect(tailsAt(hypergeometric(10, 10, 3), 3).lower).toBe(1)
    expect(tailsAt(poisson(0), 0).lower).toBe(1)
  })
})

describe('the exact decision of a near tie', () => {
  it('is that of the definition in finite populations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 99 }),
        (N, a, b, c, risk) => {
          const n = 1 + (a % (N - 1))
          const K = 1 + (b % (N - 1))
          const lowest = Math.max(0, n + K - N)
          const highest = Math.min(n, K)
          fc.pre(lowest < highest)
          const k = lowest + (c % (highest - lowest))
          const found = hypergeometricAtMost(n, N, K, k, decimal(`${risk}e-2`))
          expect(found).toBe(isAtMost(hypergeometricTail(n, N, K, k), risk, 100))
        },
      ),
    )
  })

  it('is that of the definition in infinite populations', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 99 }),
        fc.nat(),
        fc.integer({ min: 1, max: 99 }),
        (n, rate, a, risk) => {
          const k = a % n
          const found = binomialAtMost(n, decimal(`${rate}e-2`), k, decimal(`${risk}e-2`))
          expect(found).toBe(isAtMost(binomialTail(n, rate, 100, k), risk, 100))
        },
      ),
    )
  })

  it('tells a Poisson probability from a risk that differs in the 30th digit', () => {
    // e^-1 = 0.36787944117144232159552377016146…
    expect(poissonAtMost(10, decimal(0.1), 0, decimal('0.367879441171442321595523770162'))).toBe(true)
    expect(poissonAtMost(10, decimal(0.1), 0, decimal('0.367879441171442321595523770161'))).toBe(false)
  })

  it('tells it with thousands of terms as well', () => {
    // P(X ≤ 4900), mean 5000.
    expect(poissonAtMost(5000, decimal(1), 4900, decimal('0.079346097957060008904385328502'))).toBe(true)
    expect(poissonAtMost(5000, decimal(1), 4900, decimal('0.079346097957060008904385328501'))).toBe(false)
  })
})
