import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tally, type TestedCell } from '../../../shared/testing/tally.ts'

const cell = (sampleItemId: string, attribute: string, outcome: TestedCell['outcome']): TestedCell => ({
  sampleItemId,
  attribute,
  outcome,
})

describe('counting a test sheet', () => {
  const results = [
    cell('i1', 'A', 'pass'),
    cell('i1', 'B', 'deviation'),
    cell('i2', 'A', 'pass'),
    cell('i2', 'B', 'not_applicable'),
    cell('i3', 'A', null),
  ]
  const counted = tally(results, ['A', 'B'], ['i1', 'i2', 'i3', 'i4'])

  it('counts deviations per attribute, over the items examined', () => {
    expect(counted.attributes).toEqual([
      { letter: 'A', pass: 2, deviations: 0, notApplicable: 0, untested: 2, examined: 2 },
      { letter: 'B', pass: 0, deviations: 1, notApplicable: 1, untested: 2, examined: 1 },
    ])
  })

  it('takes an item as tested once all its attributes have an outcome', () => {
    expect(counted.items).toEqual({ drawn: 4, tested: 2, deviating: 1 })
    expect(counted.cells).toEqual({ expected: 8, recorded: 4, deviations: 1 })
  })

  it('leaves out results of replaced items and of attributes that are gone', () => {
    const more = [...results, cell('replaced', 'A', 'deviation'), cell('i1', 'Z', 'deviation')]
    expect(tally(more, ['A', 'B'], ['i1', 'i2', 'i3', 'i4'])).toEqual(counted)
  })

  it('has no tested item without attributes', () => {
    expect(tally([], [], ['i1'])).toMatchObject({ cells: { expected: 0, recorded: 0 }, items: { drawn: 1, tested: 0 } })
  })

  it('puts every drawn item in one place for each attribute', () => {
    const outcome = fc.constantFrom('pass' as const, 'deviation' as const, 'not_applicable' as const, null)
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 60 }), (outcomes) => {
        const items = outcomes.map((_, index) => `i${index}`)
        const [a] = tally(
          outcomes.map((each, index) => cell(`i${index}`, 'A', each)),
          ['A'],
          items,
        ).attributes
        expect((a?.pass ?? 0) + (a?.deviations ?? 0)).toBe(a?.examined)
        expect((a?.examined ?? 0) + (a?.notApplicable ?? 0) + (a?.untested ?? 0)).toBe(items.length)
      }),
    )
  })
})
