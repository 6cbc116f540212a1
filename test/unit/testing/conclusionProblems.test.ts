import { describe, expect, it } from 'vitest'
import {
  checkConclusion,
  conclusionProblems,
  type IntendedConclusion,
} from '../../../shared/testing/conclusionProblems.ts'

const effective: IntendedConclusion = {
  reportType: 'type2',
  aspect: 'operation',
  outcome: 'effective',
  untestedCells: 0,
  deviations: 0,
}
const codes = (its: Partial<IntendedConclusion>) => conclusionProblems({ ...effective, ...its }).map(({ code }) => code)

describe('concluding on a control', () => {
  it('as operating without deviations is open when all is tested and none was found', () => {
    expect(codes({})).toEqual([])
  })

  it.each([
    ['effective', 0, 1, ['conclusion.deviations_recorded']],
    ['effective', 3, 0, ['conclusion.untested_items']],
    ['effective', 3, 1, ['conclusion.untested_items', 'conclusion.deviations_recorded']],
    ['effective_with_deviations', 0, 1, []],
    ['effective_with_deviations', 3, 1, ['conclusion.untested_items']],
    ['not_effective', 3, 2, []],
    ['did_not_occur', 0, 1, ['conclusion.deviations_recorded']],
    ['not_concluded', 3, 1, []],
  ] as const)('as %s with %i untested cells and %i deviations', (outcome, untestedCells, deviations, expected) => {
    expect(codes({ outcome, untestedCells, deviations })).toEqual(expected)
  })

  it('on design does not wait for the tests of operation', () => {
    expect(codes({ aspect: 'design', untestedCells: 3, deviations: 1 })).toEqual([])
  })

  it('on operation is refused in a Type 1 engagement', () => {
    expect(codes({ reportType: 'type1' })).toEqual(['conclusion.operation_needs_period'])
  })

  it('says how many deviations stand against it', () => {
    expect(() => checkConclusion({ ...effective, deviations: 2 })).toThrow(/2 deviations/)
  })
})
