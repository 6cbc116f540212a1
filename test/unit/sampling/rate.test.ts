import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ceilOf, compareDecimals, complement, mostItemsWith, toDecimal } from '../../../shared/sampling/rate.ts'

const rate = (value: number | string) => toDecimal(value, 'rate')

describe('rates as decimals', () => {
  it.each([
    [0.06, 100, 6],
    [0.07, 300, 21],
    [0.14, 50, 7],
    [0.0225, 4000, 90],
    [0.1, 41, 5],
    [0, 1000, 0],
    [1, 1000, 1000],
    [1e-7, 10_000_000, 1],
    [1.5e-7, 10_000_000, 2],
  ])('counts %d of %d items as %d, however binary floating point rounds the product', (value, count, items) => {
    expect(ceilOf(rate(value), count)).toBe(items)
  })

  it('reads a text with more digits than a number holds', () => {
    expect(ceilOf(rate('0.0600000000000000000001'), 100)).toBe(7)
  })

  it.each(['', 'x', '5 %', '0,05', '1e9999', '0x1', 'Infinity', ' 0.5'])(
    'refuses %j, which is no decimal number',
    (text) => {
      expect(() => rate(text)).toThrow(expect.objectContaining({ code: 'sampling.invalid_parameter' }))
    },
  )

  it.each([Number.NaN, Infinity])('refuses %d', (value) => {
    expect(() => rate(value)).toThrow(expect.objectContaining({ code: 'sampling.invalid_parameter' }))
  })

  it('knows the risk of a confidence exactly', () => {
    expect(compareDecimals(complement(rate(0.95)), rate(0.05))).toBe(0)
    expect(complement(rate(0.999999999999)).value).toBe(1e-12)
  })

  it('gives the last count that still rounds up to a part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 500 }), (parts, part) => {
        const expected = rate(`0.${String(parts).padStart(5, '0')}`)
        const most = mostItemsWith(expected, part)
        expect(ceilOf(expected, most)).toBeLessThanOrEqual(part)
        expect(ceilOf(expected, most + 1)).toBe(part + 1)
      }),
    )
  })
})
