import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally } from '../../../shared/testing/tally.ts'

describe('counting a test sheet', () => {
  it('takes an item as tested once all its attributes have an outcome', () => {
    const items = [
      ['pass', 'deviation'],
      ['pass', 'not_applicable'],
      ['pass', null],
      [null, null],
    ] as const
    expect(tally(items)).toEqual({ drawn: 4, tested: 2, deviating: 1, deviations: 1 })
  })

  it('counts an item with two deviations once, and both of them', () => {
    expect(tally([['deviation', 'deviation', null]])).toEqual({ drawn: 1, tested: 0, deviating: 1, deviations: 2 })
  })

  it('has no tested item without attributes', () => {
    expect(tally([[]])).toEqual({ drawn: 1, tested: 0, deviating: 0, deviations: 0 })
  })

  it('never has more tested or deviating items than were drawn, nor deviating ones than deviations', () => {
    const outcome = fc.constantFrom('pass' as const, 'deviation' as const, 'not_applicable' as const, null)
    fc.assert(
      fc.property(fc.array(fc.array(outcome, { minLength: 2, maxLength: 2 }), { maxLength: 60 }), (items) => {
        const { drawn, tested, deviating, deviations } = tally(items)
        expect(drawn).toBe(items.length)
        expect(Math.max(tested, deviating)).toBeLessThanOrEqual(drawn)
        expect(deviating).toBeLessThanOrEqual(deviations)
      }),
    )
  })
})
