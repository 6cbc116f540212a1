import { describe, expect, it } from 'vitest'
import type { SamplingPolicy } from '../../../shared/sampling/policy.ts'
import { policySize } from '../../../shared/sampling/policySize.ts'
import { shipped as policy } from './shippedRules.ts'

const risks = ['low', 'moderate', 'high'] as const
const size = (frequency: string, populationSize: number, risk: (typeof risks)[number] = 'moderate') =>
  policySize({ policy, frequency, populationSize, risk })

describe('the default sampling policy', () => {
  it.each([
    ['annual', 1, [1, 1, 1]],
    ['semiannual', 2, [2, 2, 2]],
    ['quarterly', 4, [2, 2, 2]],
    ['monthly', 12, [2, 3, 4]],
    ['semimonthly', 24, [3, 4, 5]],
    ['weekly', 52, [5, 8, 15]],
    ['daily', 365, [20, 30, 40]],
    ['multiple_daily', 20_000, [25, 40, 60]],
    ['continuous', 1, [1, 1, 1]],
  ])(
    'takes for a control that runs %s, %d times in the period, %j items by risk',
    (frequency, occurrences, expected) => {
      expect(risks.map((risk) => size(frequency, occurrences, risk).sampleSize)).toEqual(expected)
    },
  )

  it.each([
    [1, [1, 1, 1]],
    [4, [4, 4, 4]],
    [5, [5, 5, 5]],
    [41, [5, 5, 5]],
    [51, [6, 6, 6]],
    [60, [6, 6, 6]],
    [249, [25, 25, 25]],
    [250, [25, 40, 60]],
    [1400, [25, 40, 60]],
  ])('takes for a control that %d events set off %j items by risk', (occurrences, expected) => {
    expect(risks.map((risk) => size('event', occurrences, risk).sampleSize)).toEqual(expected)
  })

  it('never asks for more than occurred, and says so', () => {
    expect(size('weekly', 3)).toMatchObject({
      sampleSize: 3,
      rule: expect.stringContaining('the population holds only 3'),
    })
  })

  it('has nothing to select where the control did not occur in the period', () => {
    expect(size('event', 0)).toMatchObject({
      sampleSize: 0,
      rule: expect.stringContaining('did not occur in the period'),
    })
  })

  it('says which rule of which policy gave the size', () => {
    expect(size('weekly', 52, 'high')).toEqual({
      sampleSize: 15,
      policy: { name: 'Tickmark default', version: '1' },
      rule: 'Weekly, high risk: 15 (low 5, moderate 8, high 15).',
    })
    expect(size('event', 41).rule).toBe(
      'Event-driven, 41 in the period (fewer than 250): 10 % rounded up, at least 5 and at most 25: 5.',
    )
    expect(size('event', 1400, 'low').rule).toBe(
      'Event-driven, 1,400 in the period: as many times a day, low risk: 25 (low 25, moderate 40, high 60).',
    )
  })

  it.each([
    ['semi-annual', 'semiannual'],
    ['Semi-Monthly', 'semimonthly'],
    ['many_per_day', 'multiple_daily'],
    ['automated', 'continuous'],
    ['event-driven', 'event'],
  ])('reads %s as %s', (written, frequency) => {
    expect(size(written, 30)).toEqual(size(frequency, 30))
  })

  it.each(['now and then', '', 'constructor'])('refuses the frequency %j', (frequency) => {
    expect(() => size(frequency, 30)).toThrow(expect.objectContaining({ code: 'sampling.invalid_parameter' }))
  })
})

describe("a firm's own policy", () => {
  const own = (rule: SamplingPolicy['rules']['daily']): SamplingPolicy => ({
    ...policy,
    rules: { ...policy.rules, daily: rule },
  })

  it('can ask for statistics', () => {
    const statistical = own({ kind: 'statistical', confidence: 0.95, tolerableRate: 0.09, expectedRate: 0.02 })
    expect(policySize({ policy: statistical, frequency: 'daily', populationSize: 3653, risk: 'low' })).toMatchObject({
      sampleSize: 68,
      rule: 'Daily: 68 for 95 % confidence, a tolerable rate of 9 % and an expected rate of 2 %.',
    })
  })

  it('can ask for all items', () => {
    const all = own({ kind: 'all' })
    expect(policySize({ policy: all, frequency: 'daily', populationSize: 365, risk: 'low' }).sampleSize).toBe(365)
  })

  it('examines a list whole where statistics give no smaller sample', () => {
    const statistical = own({ kind: 'statistical', confidence: 0.95, tolerableRate: 0.05, expectedRate: 0.02 })
    expect(policySize({ policy: statistical, frequency: 'daily', populationSize: 6, risk: 'low' })).toMatchObject({
      sampleSize: 6,
      rule: expect.stringContaining('all, as no smaller sample gives'),
    })
  })

  it('can take the rule of another frequency, also where that one goes by occurrences', () => {
    const asEvent = own({ kind: 'sameAs', frequency: 'event' })
    expect(policySize({ policy: asEvent, frequency: 'daily', populationSize: 41, risk: 'low' })).toMatchObject({
      sampleSize: 5,
      rule: 'Daily, as event-driven, 41 in the period (fewer than 250): 10 % rounded up, at least 5 and at most 25: 5.',
    })
  })

  it('is refused where its bands leave a count without a rule', () => {
    const holed = own({ kind: 'byOccurrences', bands: [{ below: 100, rule: { kind: 'all' } }] })
    expect(() => policySize({ policy: holed, frequency: 'daily', populationSize: 365, risk: 'low' })).toThrow(
      expect.objectContaining({ code: 'sampling.invalid_parameter' }),
    )
  })

  it('is refused where a rule refers to itself', () => {
    const circle = own({ kind: 'byOccurrences', bands: [{ rule: { kind: 'sameAs', frequency: 'daily' } }] })
    expect(() => policySize({ policy: circle, frequency: 'daily', populationSize: 365, risk: 'low' })).toThrow(
      expect.objectContaining({ code: 'sampling.invalid_parameter' }),
    )
  })
})
