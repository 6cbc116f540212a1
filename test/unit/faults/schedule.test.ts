import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spansOf } from '../../faults/schedule.ts'

describe('the rounds of a fault', () => {
  it('are spread over stores so that each round is run once, in order, and no store has more than 25', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (count) => {
        const spans = spansOf(count)
        const run = spans.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, at) => first + at))
        expect(run).toEqual(Array.from({ length: count }, (_, at) => at))
        for (const { first, end } of spans) expect(end - first).toBeLessThanOrEqual(25)
      }),
    )
  })

  it('are one store where they are few, and two from the 26th on', () => {
    expect(spansOf(25)).toEqual([{ first: 0, end: 25 }])
    expect(spansOf(26)).toEqual([
      { first: 0, end: 25 },
      { first: 25, end: 26 },
    ])
  })
})
