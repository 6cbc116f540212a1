import { describe, expect, it } from 'vitest'
import { compareDates, isPlainDate, monthOf, quarterOf, readPlainDate } from '../../../shared/period/plainDate.ts'

describe('plain calendar dates', () => {
  it.each(['2025-10-01', '2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01', '9999-12-31'])('take %s', (text) => {
    expect(isPlainDate(text)).toBe(true)
  })

  it.each([
    ['a leap day of a common year', '2025-02-29'],
    ['a leap day of a century', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['a month 13', '2025-13-01'],
    ['a month 0', '2025-00-10'],
    ['a day 0', '2025-10-00'],
    ['a year 0', '0000-01-01'],
    ['a date without its zeros', '2025-4-2'],
    ['a date-time', '2025-10-01T00:00:00Z'],
    ['digits of another script', '٢٠٢٥-١٠-٠١'],
    ['a line break after it', '2025-10-01\n'],
    ['nothing', ''],
  ])('refuse %s', (_name, text) => {
    expect(isPlainDate(text)).toBe(false)
    expect(() => readPlainDate(text)).toThrow(expect.objectContaining({ code: 'period.invalid_date' }))
  })

  it('are read as year, month and day', () => {
    expect(readPlainDate('2025-10-01')).toEqual({ year: 2025, month: 10, day: 1 })
  })

  it('are in order', () => {
    expect([
      compareDates('2025-09-30', '2025-10-01'),
      compareDates('2025-10-01', '2025-10-01'),
      compareDates('2025-10-02', '2025-10-01'),
    ]).toEqual([-1, 0, 1])
  })

  it('belong to a month and to a calendar quarter', () => {
    expect(monthOf('2025-10-31')).toBe('2025-10')
    expect(['2025-10-01', '2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30'].map(quarterOf)).toEqual(
      ['2025-Q4', '2025-Q4', '2026-Q1', '2026-Q1', '2026-Q2', '2026-Q3'],
    )
  })
})
