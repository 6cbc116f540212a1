import { describe, expect, it } from 'vitest'
import { nextAsOf, nextPeriod } from '../../../shared/rollForward/nextPeriod.ts'
import { versionsFrom } from '../../../shared/rollForward/versions.ts'

describe('the period that leaves no gap', () => {
  it.each([
    ['a year', '2025-10-01', '2026-09-30', '2026-10-01', '2027-09-30'],
    ['half a year', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'],
    ['a year before a leap day', '2027-01-01', '2027-12-31', '2028-01-01', '2028-12-31'],
    // 15 January to 20 March 2026 are 17 + 28 + 20 = 65 days; so are 21 March to 24 May: 11 + 30 + 24.
    ['no whole months', '2026-01-15', '2026-03-20', '2026-03-21', '2026-05-24'],
  ])('begins the day after %s and is as long', (_what, start, end, nextStart, nextEnd) => {
    expect(nextPeriod({ start, end })).toEqual({ start: nextStart, end: nextEnd })
  })

  it('is a year later for an engagement as of a date', () => {
    expect(nextAsOf('2026-09-30')).toBe('2027-09-30')
  })
})

describe('the wordings that the next period begins with', () => {
  const worded = (effectiveOn: string, description: string) => ({ effectiveOn, description })

  it('are the one that was in force at the end, from the first day on', () => {
    const versions = [worded('2026-03-01', 'Two approvals'), worded('2025-10-01', 'One approval')]
    expect(versionsFrom(versions, '2026-10-01', '2027-09-30')).toEqual([worded('2026-10-01', 'Two approvals')])
  })

  it('keep their own day where they begin within it', () => {
    const versions = [worded('2025-10-01', 'One approval'), worded('2026-08-15', 'Two approvals')]
    expect(versionsFrom(versions, '2026-07-01', '2026-12-31')).toEqual([
      worded('2026-07-01', 'One approval'),
      worded('2026-08-15', 'Two approvals'),
    ])
  })
})
