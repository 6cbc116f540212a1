import { describe, expect, it } from 'vitest'
import { expectedSpread } from '../../../shared/sample/expectedSpread.ts'

const months = [
  { month: '2025-10', population: 10 },
  { month: '2025-11', population: 30 },
  { month: '2026-01', population: 60 },
]
const spread = (more: Partial<Parameters<typeof expectedSpread>[0]>) =>
  expectedSpread({ months, undated: 0, size: 10, stratifyBy: null, ...more })

describe('how a draw will spread over the months', () => {
  it('is in proportion to the rows on average', () => {
    expect(spread({}).map(({ sample }) => sample)).toEqual([1, 3, 6])
  })

  it('is the allocation where the months are strata: one each first, the rest by what is left', () => {
    expect(spread({ stratifyBy: 'month' })).toEqual([
      { month: '2025-10', population: 10, sample: 2, mayStayEmpty: false },
      { month: '2025-11', population: 30, sample: 3, mayStayEmpty: false },
      { month: '2026-01', population: 60, sample: 5, mayStayEmpty: false },
    ])
  })

  it('shares the allocation of a quarter between its months', () => {
    expect(spread({ stratifyBy: 'quarter' }).map(({ sample }) => sample)).toEqual([1, 3, 6])
  })

  it('says which months may well stay empty', () => {
    // C(90,10)/C(100,10) = 0.330; C(70,10)/C(100,10) = 0.023.
    expect(spread({}).map(({ mayStayEmpty }) => mayStayEmpty)).toEqual([true, false, false])
  })

  it('keeps an item for rows without a day, which can be drawn too', () => {
    const dated = spread({ stratifyBy: 'month', undated: 100 }).reduce((sum, { sample }) => sum + sample, 0)
    expect(dated).toBeLessThan(10)
    expect(spread({ undated: 100 }).map(({ sample }) => sample)).toEqual([0.5, 1.5, 3])
  })

  it('leaves months empty that are more than the items', () => {
    expect(spread({ stratifyBy: 'month', size: 2 }).map(({ mayStayEmpty }) => mayStayEmpty)).toEqual([
      true,
      false,
      false,
    ])
  })
})
