import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween } from '../../../shared/period/dayCount.ts'

const millisecondsInADay = 86_400_000
const byTheClock = (day: number) => new Date(day * millisecondsInADay).toISOString().slice(0, 10)
/** Days since 1970-01-01, from year 1 to year 9999. */
const anyDay = fc.integer({ min: -719_162, max: 2_932_896 })

describe('counting days', () => {
  it('agrees with the calendar of the platform, whatever the time zone', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(daysBetween(byTheClock(a), byTheClock(b))).toBe(b - a)
        expect(addDays(byTheClock(a), b - a)).toBe(byTheClock(b))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-09-30', 60, '2026-11-29'],
  ])('%s and %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected)
  })

  it('is refused beyond the years of the calendar', () => {
    expect(() => addDays('9999-12-31', 1)).toThrow(expect.objectContaining({ code: 'period.invalid_date' }))
    expect(() => addMonths('0001-01-31', -1)).toThrow(expect.objectContaining({ code: 'period.invalid_date' }))
  })
})

describe('counting months', () => {
  it.each([
    ['2025-10-15', 1, '2025-11-15'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-10-01', 12, '2026-10-01'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-10-31', 0, '2025-10-31'],
  ])('%s and %d months is %s: the same day, or the last one of a shorter month', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected)
  })
})
