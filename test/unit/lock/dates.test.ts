import { describe, expect, it } from 'vitest'
import { completionOn, countdowns, retentionEndsOn } from '../../../shared/lock/dates.ts'

describe('the dates that follow from the report date', () => {
  it.each([
    ['2026-10-10', 60, '2026-12-09'],
    ['2026-12-15', 60, '2027-02-13'],
    ['2023-12-31', 60, '2024-02-29'],
    ['2026-12-15', 45, '2027-01-29'],
    ['2026-12-15', 14, '2026-12-29'],
  ])('a file whose report is dated %s is complete %i days later, on %s', (reportOn, days, expected) => {
    expect(completionOn(reportOn, days)).toBe(expected)
  })

  it.each([
    ['2026-10-12', 5, '2031-10-12'],
    ['2024-02-29', 5, '2029-02-28'],
    ['2024-02-29', 8, '2032-02-29'],
  ])('a file released %s is kept %i years, until %s', (releaseOn, years, expected) => {
    expect(retentionEndsOn(releaseOn, years)).toBe(expected)
  })

  it('counts down to the planned report date and to the last day of the assembly', () => {
    const dates = { plannedReportOn: '2026-12-16', reportOn: null, completionDays: 60 }
    expect(countdowns(dates, '2026-11-23')).toEqual([
      { to: 'report', on: '2026-12-16', days: 23 },
      { to: 'completion', on: '2027-02-14', days: 83 },
    ])
  })

  it('counts from the report date once there is one, and says by how many days the assembly is late', () => {
    const dates = { plannedReportOn: '2026-12-16', reportOn: '2026-12-18', completionDays: 60 }
    expect(countdowns(dates, '2027-02-20')).toEqual([{ to: 'completion', on: '2027-02-16', days: -4 }])
    expect(countdowns({ plannedReportOn: null, reportOn: null, completionDays: 60 }, '2027-02-20')).toEqual([])
  })
})
