import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, type Stratum, type StratumSize } from '../../../shared/sampling/allocate.ts'

const strata = (counts: Record<string, number>): Stratum[] =>
  Object.entries(counts).map(([name, count]) => ({ name, count }))
const sizes = (allocation: StratumSize[]) => Object.fromEntries(allocation.map(({ name, size }) => [name, size]))

const anyStrata = fc
  .array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 14 })
  .map((counts) => counts.map((count, place) => ({ name: `S${place}`, count })))
const total = (of: readonly Stratum[]) => of.reduce((sum, { count }) => sum + count, 0)
const sizeOf = (allocation: readonly StratumSize[]) => allocation.reduce((sum, { size }) => sum + size, 0)

describe('allocation over strata', () => {
  it('gives one item each first, then the rest in proportion to what is left', () => {
    // After one each 7 are left for 99 + 49 + 0: 4.68 and 2.32, so 5 and 2.
    expect(sizes(allocate({ size: 10, strata: strata({ a: 100, b: 50, c: 1 }) }))).toEqual({ a: 6, b: 3, c: 1 })
  })

  it('settles equal remainders by the larger stratum, then by name', () => {
    expect(sizes(allocate({ size: 3, strata: strata({ b: 10, a: 10 }) }))).toEqual({ a: 2, b: 1 })
    // One each, then 1 for 5 + 5 of what is left after the floor: equal remainders, the larger stratum has it.
    const floor = [{ name: 'b', size: 5 }]
    expect(sizes(allocate({ size: 7, strata: strata({ a: 6, b: 10 }), floor }))).toEqual({ a: 1, b: 6 })
  })

  it('gives the larger strata their item where there is not one for each', () => {
    expect(sizes(allocate({ size: 2, strata: strata({ a: 5, b: 90, c: 6 }) }))).toEqual({ a: 0, b: 1, c: 1 })
  })

  it('orders names by code point, not by UTF-16 unit', () => {
    const found = allocate({ size: 1, strata: strata({ '\u{1F600}': 5, '\u{FF5E}': 5 }) })
    expect(sizes(found)).toEqual({ '\u{FF5E}': 1, '\u{1F600}': 0 })
  })

  it('adds up to the size, never exceeds a stratum, and reaches every stratum it can', () => {
    fc.assert(
      fc.property(anyStrata, fc.nat(), (of, a) => {
        const size = a % (total(of) + 1)
        const allocation = allocate({ size, strata: of })
        expect(sizeOf(allocation)).toBe(size)
        expect(allocation.every((share, place) => share.size <= (of[place]?.count ?? 0))).toBe(true)
        const filled = of.filter(({ count }) => count > 0).length
        expect(allocation.filter((share) => share.size > 0).length).toBeGreaterThanOrEqual(Math.min(size, filled))
      }),
    )
  })

  it('does not depend on the order of the strata', () => {
    fc.assert(
      fc.property(anyStrata, fc.nat(), (of, a) => {
        const size = a % (total(of) + 1)
        expect(sizes(allocate({ size, strata: of.toReversed() }))).toEqual(sizes(allocate({ size, strata: of })))
      }),
    )
  })

  it('never takes an item from a stratum when the sample is extended', () => {
    fc.assert(
      fc.property(anyStrata, fc.nat(), fc.nat(), (of, a, b) => {
        const size = a % (total(of) + 1)
        const extended = size + (b % (total(of) - size + 1))
        const floor = allocate({ size, strata: of })
        const allocation = allocate({ size: extended, strata: of, floor })
        expect(sizeOf(allocation)).toBe(extended)
        expect(allocation.every((share, place) => share.size >= (floor[place]?.size ?? 0))).toBe(true)
        expect(allocation.every((share, place) => share.size <= (of[place]?.count ?? 0))).toBe(true)
      }),
    )
  })

  it('counts exactly where the products leave the range of exact floating point', () => {
    const found = allocate({ size: 999_999_999, strata: strata({ a: 999_999_999, b: 999_999_998 }) })
    expect(sizes(found)).toEqual({ a: 500_000_000, b: 499_999_999 })
  })

  it.each([
    ['more items than there are', { size: 4, strata: strata({ a: 3 }) }, 'sampling.size_exceeds_population'],
    [
      'a name that occurs twice',
      { size: 1, strata: [...strata({ a: 3 }), ...strata({ a: 3 })] },
      'sampling.invalid_parameter',
    ],
    [
      'a floor above the size',
      { size: 1, strata: strata({ a: 3 }), floor: [{ name: 'a', size: 2 }] },
      'sampling.invalid_parameter',
    ],
    [
      'a floor above the stratum',
      { size: 3, strata: strata({ a: 2, b: 3 }), floor: [{ name: 'a', size: 3 }] },
      'sampling.invalid_parameter',
    ],
    [
      'a floor of an unknown stratum',
      { size: 3, strata: strata({ a: 3 }), floor: [{ name: 'z', size: 1 }] },
      'sampling.invalid_parameter',
    ],
  ])('refuses %s', (_name, params, code) => {
    expect(() => allocate(params)).toThrow(expect.objectContaining({ code }))
  })
})
