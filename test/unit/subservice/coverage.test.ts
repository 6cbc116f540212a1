import { describe, expect, it } from 'vitest'
import {
  type OrganisationFacts,
  reportCoverage,
  type ReportDays,
  subserviceWarnings,
  uncoveredDays,
} from '../../../shared/subservice/coverage.ts'

/** The year from 1 October 2025: 365 days. */
const ours = { start: '2025-10-01', end: '2026-09-30' }
const report = (periodStart: string, periodEnd: string, bridgeUntil: string | null = null): ReportDays => ({
  periodStart,
  periodEnd,
  asOf: null,
  bridgeUntil,
})

describe('a report of a subservice organisation', () => {
  it.each([
    ['covers our period', report('2025-10-01', '2026-09-30'), [365, 0, 0, 0]],
    // October to December 2025 lie before it; July to September 2026, 31 + 31 + 30 days, after it.
    ['leaves both ends open', report('2026-01-01', '2026-06-30'), [181, 92, 92, 0]],
    ['is bridged up to the end of August', report('2025-10-01', '2026-06-30', '2026-08-31'), [273, 0, 92, 62]],
    ['is bridged beyond our period', report('2025-10-01', '2026-06-30', '2026-12-31'), [273, 0, 92, 92]],
    ['ended before our period', report('2024-10-01', '2025-09-30'), [0, 0, 365, 0]],
    ['begins after our period', report('2026-10-01', '2027-09-30'), [0, 365, 0, 0]],
  ] as const)('that %s', (_words, days, [overlap, gapBefore, gapAfter, bridged]) => {
    expect(reportCoverage(days, ours)).toEqual({ overlap, gapBefore, gapAfter, bridged })
  })

  it('as of a date covers no day of a period', () => {
    const design = { periodStart: null, periodEnd: null, asOf: '2026-03-31', bridgeUntil: null }
    expect(reportCoverage(design, ours)).toEqual({ overlap: 0, gapBefore: 0, gapAfter: 365, bridged: 0 })
  })

  it('is measured up to our date in a Type 1 engagement', () => {
    expect(reportCoverage(report('2025-07-01', '2026-06-30', '2026-07-31'), { asOf: '2026-09-30' })).toEqual({
      overlap: 0,
      gapBefore: 0,
      gapAfter: 92,
      bridged: 31,
    })
    expect(reportCoverage(report('2025-07-01', '2026-12-31'), { asOf: '2026-09-30' })).toMatchObject({
      overlap: 1,
      gapAfter: 0,
    })
  })
})

describe('the days that nothing speaks of', () => {
  it('are counted over all reports together', () => {
    expect(uncoveredDays([], ours)).toBe(365)
    const halves = [report('2026-04-01', '2026-09-30'), report('2025-04-01', '2026-03-31')]
    expect(uncoveredDays(halves, ours)).toBe(0)
    // Between the two lies May 2026.
    expect(uncoveredDays([report('2025-04-01', '2026-04-30'), report('2026-06-01', '2026-12-31')], ours)).toBe(31)
    expect(uncoveredDays([report('2025-10-01', '2026-06-30', '2026-08-31')], ours)).toBe(30)
  })

  it('are those of a report within another only once', () => {
    expect(uncoveredDays([report('2025-10-01', '2026-08-31'), report('2026-01-01', '2026-03-31')], ours)).toBe(30)
  })
})

describe('what is worth a question', () => {
  const sound: OrganisationFacts = {
    method: 'carve_out',
    assertionObtained: false,
    representationObtained: false,
    reports: [{ ...report('2025-10-01', '2026-09-30'), opinion: 'unqualified' }],
    csocs: 2,
    monitoringControls: 1,
    controls: [],
  }
  const warnings = (facts: Partial<OrganisationFacts>) => subserviceWarnings({ ...sound, ...facts }, ours)
  const withReport = (days: ReportDays, opinion: 'unqualified' | 'qualified' = 'unqualified') =>
    warnings({ reports: [{ ...days, opinion }] })

  it('is nothing about a carve-out with a whole, clean report, its own controls and our monitoring', () => {
    expect(warnings({})).toEqual([])
  })

  it('is a carve-out without any of them', () => {
    expect(warnings({ reports: [], csocs: 0, monitoringControls: 0 })).toEqual([
      'no_report',
      'no_complementary_control',
      'no_monitoring_control',
    ])
  })

  it('is a report that ended more than a year before our period does, or was bridged for more than three months', () => {
    expect(withReport(report('2024-07-01', '2025-09-29'))).toEqual(['days_not_covered', 'report_ended_long_ago'])
    expect(withReport(report('2025-10-01', '2026-06-30', '2026-09-30'))).toEqual([])
    expect(withReport(report('2025-10-01', '2026-05-31', '2026-09-30'))).toEqual(['bridge_too_long'])
  })

  it('is a qualified opinion, and a report on design alone', () => {
    expect(withReport(report('2025-10-01', '2026-09-30'), 'qualified')).toEqual(['opinion_not_unqualified'])
    expect(withReport({ periodStart: null, periodEnd: null, asOf: '2026-03-31', bridgeUntil: null })).toEqual([
      'days_not_covered',
      'design_only',
    ])
  })

  it('is an inclusive organisation without its assertion, representation or tested controls, and not its reports', () => {
    expect(warnings({ method: 'inclusive', reports: [] })).toEqual([
      'no_assertion',
      'no_representation',
      'no_own_control',
    ])
    const included = { method: 'inclusive', assertionObtained: true, representationObtained: true } as const
    expect(warnings({ ...included, controls: [{ tested: true }, { tested: false }] })).toEqual(['control_not_tested'])
    expect(warnings({ ...included, controls: [{ tested: true }] })).toEqual([])
  })
})
