import { describe, expect, it } from 'vitest'
import { checkScope, type Scope } from '../../../shared/engagement/scope.ts'

const type2: Scope = {
  client: 'Northwind Ledger, Inc.',
  reportType: 'type2',
  period: { start: '2025-10-01', end: '2026-09-30' },
  categories: ['availability', 'security'],
}

describe('scope of an engagement', () => {
  it('takes a Type 2 engagement over its observation period and puts Security first', () => {
    expect(checkScope(type2).categories).toEqual(['security', 'availability'])
  })

  it('takes a period of one day, since both bounds are inclusive', () => {
    const period = { start: '2026-09-30', end: '2026-09-30' }
    expect(checkScope({ ...type2, period }).period).toEqual(period)
  })

  it.each([
    ['without Security', { ...type2, categories: ['privacy'] }, 'engagement.security_required'],
    ['of Type 2 without a period', { ...type2, period: undefined }, 'engagement.period_required'],
    ['of Type 2 with an as-of date', { ...type2, asOf: '2026-09-30' }, 'engagement.as_of_not_for_type2'],
    [
      'whose period ends before it starts',
      { ...type2, period: { start: '2026-09-30', end: '2026-09-29' } },
      'period.end_before_start',
    ],
    ['of Type 1 without its date', { ...type2, reportType: 'type1', period: undefined }, 'engagement.as_of_required'],
    [
      'of Type 1 with a period',
      { ...type2, reportType: 'type1', asOf: '2026-09-30' },
      'engagement.period_not_for_type1',
    ],
  ] as [string, Scope, string][])('refuses one %s', (_name, scope, code) => {
    expect(() => checkScope(scope)).toThrow(expect.objectContaining({ code }))
  })
})
