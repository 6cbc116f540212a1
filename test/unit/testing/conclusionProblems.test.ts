import type { AspectFacts } from '../../../shared/contract/conclusion.ts'
import { describe, expect, it } from 'vitest'
import {
  checkConclusion,
  conclusionProblems,
  type IntendedConclusion,
} from '../../../shared/testing/conclusionProblems.ts'

const tested: AspectFacts = { procedures: 1, performed: 1, walkthrough: null, untestedCells: 0, deviations: 0 }
const effective = {
  reportType: 'type2',
  aspect: 'operation',
  outcome: 'effective',
  confirmation: null,
} as const satisfies Omit<IntendedConclusion, 'facts'>
const codes = (facts: Partial<AspectFacts>, its: Partial<IntendedConclusion> = {}) =>
  conclusionProblems({ ...effective, facts: { ...tested, ...facts }, ...its }).map(({ code }) => code)

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
    expect(codes({ untestedCells, deviations }, { outcome, confirmation: 'The log was read.' })).toEqual(expected)
  })

  it('as operating rests on a procedure that was performed', () => {
    expect(codes({ procedures: 0, performed: 0 })).toEqual(['conclusion.nothing_performed'])
    expect(codes({ performed: 0 }, { outcome: 'effective_with_deviations' })).toEqual(['conclusion.nothing_performed'])
    expect(codes({ performed: 0 }, { outcome: 'not_effective' })).toEqual([])
  })

  it('as suitably designed rests on the latest walkthrough or a performed procedure, and not on the tests of operation', () => {
    const design = { aspect: 'design' } as const
    const none = { procedures: 0, performed: 0 }
    expect(codes({ ...none, untestedCells: 3, deviations: 1 }, design)).toEqual(['conclusion.nothing_performed'])
    expect(codes({ ...none, walkthrough: 'suitable', untestedCells: 3, deviations: 1 }, design)).toEqual([])
    expect(codes({ walkthrough: 'not_suitable' }, design)).toEqual(['conclusion.design_contradicted'])
    expect(codes({ ...none, walkthrough: 'not_suitable' }, { ...design, outcome: 'not_effective' })).toEqual([])
  })

  it('as not having occurred is on operation, with what confirms it', () => {
    const notOccurred = { outcome: 'did_not_occur' } as const
    expect(codes({ performed: 0 }, notOccurred)).toEqual(['conclusion.confirmation_required'])
    expect(codes({}, { ...notOccurred, aspect: 'design', confirmation: 'x' })).toEqual(['conclusion.operation_only'])
  })

  it('on operation is refused in a Type 1 engagement, also on a criterion', () => {
    expect(codes({}, { reportType: 'type1' })).toEqual(['conclusion.operation_needs_period'])
    expect(codes({}, { reportType: 'type1', facts: null })).toEqual(['conclusion.operation_needs_period'])
  })

  it('asks no work of a criterion, which is concluded from its controls', () => {
    expect(codes({}, { facts: null })).toEqual([])
  })

  it('says how many deviations stand against it', () => {
    expect(() => checkConclusion({ ...effective, facts: { ...tested, deviations: 2 } })).toThrow(/2 deviations/)
  })
})
