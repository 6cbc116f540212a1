import { describe, expect, it } from 'vitest'
import * as fc from 'fast-check'
import { splitSize } from '../../../shared/sample/split.ts'

/** 1 October to 30 June, and 1 July to 30 September. */
const nineMonths = { basis: 'days', interim: 273, rest: 92 } as const
const parts = ({ interim, rest }: { interim: number; rest: number }) => [interim, rest]

describe('the split of a sample between interim and roll-forward', () => {
  it.each([
    [40, [30, 10]],
    [25, [19, 6]],
    [60, [45, 15]],
    [8, [6, 2]],
    [5, [3, 2]],
    [4, [2, 2]],
    [3, [2, 1]],
    [2, [1, 1]],
  ])(
    'after nine of twelve months gives of %d items %j, so three quarters, and never leaves the rest out',
    (size, expected) => {
      expect(parts(splitSize({ size, ...nineMonths }))).toEqual(expected)
    },
  )

  it('says by what it was measured, and when the rest got more than its share', () => {
    expect(splitSize({ size: 40, ...nineMonths }).reason).toBe(
      '40 items by exposure: 273 days until then, 92 days after.',
    )
    expect(splitSize({ size: 4, ...nineMonths }).reason).toContain(
      'Its share would be 1; the remaining part is covered by 2 at the least.',
    )
  })

  it('by occurrences never asks for more than occurred', () => {
    expect(parts(splitSize({ size: 25, basis: 'occurrences', interim: 240, rest: 1 }))).toEqual([24, 1])
    const nothingYet = splitSize({ size: 25, basis: 'occurrences', interim: 240, rest: 0 })
    expect(parts(nothingYet)).toEqual([25, 0])
    expect(nothingYet.reason).toContain('extract it again for the roll-forward')
    expect(parts(splitSize({ size: 25, basis: 'occurrences', interim: 0, rest: 40 }))).toEqual([0, 25])
  })

  it('always adds up, and follows the exposure to within one item where the least does not bind', () => {
    const days = fc.integer({ min: 1, max: 400 })
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 5000 }), days, days, (size, interim, rest) => {
        const split = splitSize({ size, basis: 'days', interim, rest })
        expect(split.interim + split.rest).toBe(size)
        expect(split.rest).toBeGreaterThanOrEqual(2)
        const share = (size * rest) / (interim + rest)
        const away = split.rest === 2 ? Math.max(0, share - 2) : Math.abs(split.rest - share)
        expect(away).toBeLessThanOrEqual(0.5)
      }),
    )
  })
})
