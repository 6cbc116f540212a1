import { describe, expect, it } from 'vitest'
import type { Frequency } from '../../../shared/contract/control.ts'
import { checkPolicyRules } from '../../../shared/sampling/checkPolicyRules.ts'
import type { OccurrenceRule, PolicyRule } from '../../../shared/sampling/policy.ts'
import { rulesWith, shipped } from './shippedRules.ts'

const refusal = (place: string, problem: string) =>
  expect.objectContaining({
    code: 'policy.invalid_rule',
    message: expect.stringContaining(problem),
    details: { place, problem: expect.stringContaining(problem) },
  })

const bands = (...given: OccurrenceRule['bands']): OccurrenceRule => ({ kind: 'byOccurrences', bands: given })
const all = { kind: 'all' } as const

describe('the rules of a policy', () => {
  it('of the program are sound', () => {
    expect(checkPolicyRules(shipped.rules)).toEqual(shipped.rules)
  })

  it('cover every frequency', () => {
    const { weekly: _weekly, ...others } = shipped.rules
    expect(() => checkPolicyRules(others)).toThrow(refusal('weekly', 'missing'))
  })

  it.each<[string, Frequency, PolicyRule, string]>([
    ['annual', 'annual', { kind: 'fixed', size: 0 }, 'whole, from 1 to 1,000,000'],
    ['annual', 'annual', { kind: 'fixed', size: 2.5 }, 'whole, from 1 to 1,000,000'],
    ['annual', 'annual', { kind: 'fixed', size: 1e12 }, 'whole, from 1 to 1,000,000'],
    ['monthly, low', 'monthly', { kind: 'rangeByRisk', low: -1, moderate: 3, high: 4 }, 'whole, from 1 to 1,000,000'],
    ['monthly, moderate', 'monthly', { kind: 'rangeByRisk', low: 4, moderate: 3, high: 4 }, 'below the size for a low'],
    ['monthly, high', 'monthly', { kind: 'rangeByRisk', low: 2, moderate: 5, high: 4 }, 'size for a moderate'],
    ['daily', 'daily', { kind: 'percent', rate: 0, minimum: 5, maximum: 25 }, 'above 0'],
    ['daily', 'daily', { kind: 'percent', rate: 1.1, minimum: 5, maximum: 25 }, 'at most 100'],
    ['daily', 'daily', { kind: 'percent', rate: 'a tenth', minimum: 5, maximum: 25 }, 'decimal number'],
    ['daily', 'daily', { kind: 'percent', rate: 0.1, minimum: 26, maximum: 25 }, 'minimum is above the maximum'],
    ['daily', 'daily', { kind: 'statistical', confidence: 1, tolerableRate: 0.1 }, 'confidence'],
    ['daily', 'daily', { kind: 'statistical', confidence: 0.9, tolerableRate: 0 }, 'tolerable rate is 0'],
    [
      'daily',
      'daily',
      { kind: 'statistical', confidence: 0.9, tolerableRate: 0.05, expectedRate: 0.05 },
      'not below tolerable',
    ],
    ['daily', 'daily', { kind: 'statistical', confidence: 0.9, tolerableRate: 0.05, expectedRate: -1 }, 'below 0'],
    ['daily', 'daily', { kind: 'statistical', confidence: 0.99, tolerableRate: 0.0001 }, 'no sample of up to 5,000'],
    ['event-driven', 'event', bands(), 'no band'],
    ['event-driven, band 1', 'event', bands({ below: 5, rule: all }), 'last band covers the rest'],
    ['event-driven, band 1', 'event', bands({ rule: all }, { rule: all }), 'only the last band'],
    [
      'event-driven, band 2',
      'event',
      bands({ below: 50, rule: all }, { below: 50, rule: all }, { rule: all }),
      'not above the one before',
    ],
    [
      'event-driven, band 1, at most',
      'event',
      bands({ below: 50, rule: { kind: 'percent', rate: 0.1, minimum: 1, maximum: 0 } }, { rule: all }),
      'whole, from 1 to 1,000,000',
    ],
  ])('are refused at %s: %s %j', (place, frequency, rule, problem) => {
    expect(() => checkPolicyRules(rulesWith(frequency, rule))).toThrow(refusal(place, problem))
  })

  it('may refer to each other, yet not in a circle', () => {
    const asMonthly = rulesWith('semimonthly', { kind: 'sameAs', frequency: 'monthly' })
    expect(checkPolicyRules(asMonthly)).toEqual(asMonthly)
    expect(() => checkPolicyRules({ ...asMonthly, monthly: { kind: 'sameAs', frequency: 'semimonthly' } })).toThrow(
      refusal('monthly', 'refers to itself'),
    )
    const bandOfItself = rulesWith(
      'event',
      bands({ below: 5, rule: all }, { rule: { kind: 'sameAs', frequency: 'event' } }),
    )
    expect(() => checkPolicyRules(bandOfItself)).toThrow(refusal('event-driven', 'refers to itself'))
  })
})
