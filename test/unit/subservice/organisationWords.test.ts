import { describe, expect, it } from 'vitest'
import { reportCoverage } from '../../../shared/subservice/coverage.ts'
import { coverageWords, uncoveredWords, warningWordsOf } from '../../../shared/subservice/organisationWords.ts'

const report = (periodStart: string, periodEnd: string, bridgeUntil: string | null = null) => ({
  periodStart,
  periodEnd,
  asOf: null,
  bridgeUntil,
})

describe('how a report stands to our scope', () => {
  it('is counted in days of our period', () => {
    const ours = { start: '2025-10-01', end: '2026-09-30' }
    const words = (days: ReturnType<typeof report>) => coverageWords({ coverage: reportCoverage(days, ours) }, 'type2')
    expect(words(report('2025-07-01', '2026-06-30'))).toBe('covers 273 days of ours, 92 days open after it')
    expect(words(report('2025-10-02', '2026-09-30'))).toBe('covers 364 days of ours, 1 day open before it')
    expect(words(report('2025-07-01', '2026-06-30', '2026-09-30'))).toBe(
      'covers 273 days of ours, 92 days open after it, 92 of them bridged',
    )
    expect(uncoveredWords(1, 'type2')).toBe('1 day not covered')
  })

  it('is whether it reaches our date, of an engagement as of a date', () => {
    const ours = { asOf: '2026-09-30' }
    const words = (days: Parameters<typeof reportCoverage>[0]) =>
      coverageWords({ coverage: reportCoverage(days, ours) }, 'type1')
    expect(words(report('2025-10-01', '2026-09-30'))).toBe('covers our date')
    expect(words(report('2025-07-01', '2026-06-30'))).toBe('ends 92 days before our date')
    expect(words(report('2026-10-01', '2027-09-30'))).toBe('begins after our date')
    expect(words({ periodStart: null, periodEnd: null, asOf: '2026-09-30', bridgeUntil: null })).toBe(
      'is as of our date or later',
    )
    expect(uncoveredWords(1, 'type1')).toBe('our date is not covered')
    expect(warningWordsOf('type1').days_not_covered).toBe('Its reports do not reach our date.')
  })
})
