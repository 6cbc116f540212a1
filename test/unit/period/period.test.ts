import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverage } from '../../../shared/period/coverage.ts'
import { addDays } from '../../../shared/period/dayCount.ts'
import { checkPeriod, daysIn, isWithin, monthsOf } from '../../../shared/period/period.ts'

const year = { start: '2025-10-01', end: '2026-09-30' }
const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([from, length]) => ({ start: addDays('1990-01-01', from), end: addDays('1990-01-01', from + length) }))

describe('observation period', () => {
  it('counts both bounds', () => {
    expect(daysIn(year)).toBe(365)
    expect(daysIn({ start: '2024-01-01', end: '2024-12-31' })).toBe(366)
    expect(daysIn({ start: '2026-09-30', end: '2026-09-30' })).toBe(1)
  })

  it('includes its first and its last day, and no day beside them', () => {
    expect(['2025-09-30', '2025-10-01', '2026-09-30', '2026-10-01'].map((day) => isWithin(day, year))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })

  it('is refused where it ends before it starts, or where a bound is no day', () => {
    expect(() => checkPeriod({ start: '2026-09-30', end: '2026-09-29' })).toThrow(
      expect.objectContaining({ code: 'period.end_before_start' }),
    )
    expect(() => checkPeriod({ start: '2025-02-29', end: '2026-09-29' })).toThrow(
      expect.objectContaining({ code: 'period.invalid_date' }),
    )
  })

  it('has its months in order, the first and the last clipped to it', () => {
    expect(monthsOf({ start: '2025-11-15', end: '2026-02-10' })).toEqual([
      { month: '2025-11', start: '2025-11-15', end: '2025-11-30' },
      { month: '2025-12', start: '2025-12-01', end: '2025-12-31' },
      { month: '2026-01', start: '2026-01-01', end: '2026-01-31' },
      { month: '2026-02', start: '2026-02-01', end: '2026-02-10' },
    ])
  })

  it('has twelve months in a year', () => {
    expect(monthsOf(year).map(({ month }) => month)).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
    ])
  })

  it('is the sum of its months, without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const months = monthsOf(period)
        expect(months.reduce((sum, month) => sum + daysIn(month), 0)).toBe(daysIn(period))
        expect(months.at(0)?.start).toBe(period.start)
        expect(months.at(-1)?.end).toBe(period.end)
        expect(months.slice(1).every(({ start }, place) => start === addDays(months[place]?.end ?? '', 1))).toBe(true)
      }),
    )
  })
})

describe('coverage of the period', () => {
  const quarter = { start: '2025-10-01', end: '2025-12-31' }

  it('flags months whose items were not selected, and months without items', () => {
    const population = [
      { month: '2025-10', count: 120 },
      { month: '2025-12', count: 3 },
    ]
    expect(coverage(quarter, population, [{ month: '2025-10', count: 25 }])).toEqual([
      { month: '2025-10', population: 120, sample: 25, flag: null },
      { month: '2025-11', population: 0, sample: 0, flag: 'no_population' },
      { month: '2025-12', population: 3, sample: 0, flag: 'not_selected' },
    ])
  })

  it('leaves out what is dated outside the period', () => {
    const outside = [{ month: '2026-01', count: 5 }]
    expect(coverage(quarter, outside, outside).map(({ population, sample }) => population + sample)).toEqual([0, 0, 0])
  })
})
