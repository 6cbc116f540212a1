import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Frequency } from '../../../shared/contract/control.ts'
import { checkPolicyRules } from '../../../shared/sampling/checkPolicyRules.ts'
import type { OccurrenceRule, PlainRule, PolicyRule, PolicyRules, SameRule } from '../../../shared/sampling/policy.ts'
import { policySize } from '../../../shared/sampling/policySize.ts'
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

const anySize = fc.oneof(fc.integer({ min: -1, max: 60 }), fc.constant(2.5))
const anyRate = fc.constantFrom(-0.1, 0, 0.01, 0.05, '0.1', 0.5, 1, 1.5)
const anyFrequency = fc.constantFrom(...(Object.keys(shipped.rules) as Frequency[]))
const anyPlain: fc.Arbitrary<PlainRule | SameRule> = fc.oneof(
  fc.record({ kind: fc.constant('fixed' as const), size: anySize }),
  fc.record({ kind: fc.constant('rangeByRisk' as const), low: anySize, moderate: anySize, high: anySize }),
  fc.record({ kind: fc.constant('percent' as const), rate: anyRate, minimum: anySize, maximum: anySize }),
  fc.record({ kind: fc.constant('all' as const) }),
  fc.record({
    kind: fc.constant('statistical' as const),
    confidence: anyRate,
    tolerableRate: anyRate,
    expectedRate: anyRate,
  }),
  fc.record({ kind: fc.constant('sameAs' as const), frequency: anyFrequency }),
)
const anyRule: fc.Arbitrary<PolicyRule> = fc.oneof(
  anyPlain,
  fc
    .tuple(fc.array(fc.record({ below: anySize, rule: anyPlain }), { maxLength: 3 }), anyPlain)
    .map(([bounded, rule]) => bands(...bounded, { rule })),
)

describe('a policy that is not refused', () => {
  it('gives a size from nothing to all for every frequency, count and risk', () => {
    const risks = ['low', 'moderate', 'high'] as const
    let kept = 0
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyFrequency, anyRule), { maxLength: 3 }),
        anyFrequency,
        fc.integer({ min: 0, max: 20_000 }),
        fc.constantFrom(...risks),
        (changed, frequency, populationSize, risk) => {
          const rules = { ...shipped.rules, ...Object.fromEntries(changed) }
          if (!isKept(rules)) return
          kept += 1
          const { sampleSize } = policySize({ policy: { ...shipped, rules }, frequency, populationSize, risk })
          expect(sampleSize).toBeGreaterThanOrEqual(Math.min(populationSize, 1))
          expect(sampleSize).toBeLessThanOrEqual(populationSize)
        },
      ),
      { numRuns: 1000 },
    )
    expect(kept).toBeGreaterThan(100)
  })
})

function isKept(rules: PolicyRules): boolean {
  try {
    checkPolicyRules(rules)
    return true
  } catch {
    return false
  }
}
