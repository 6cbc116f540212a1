import { describe, expect, it } from 'vitest'
import type { Frequency } from '../../../shared/contract/control.ts'
import type { PolicyRule } from '../../../shared/sampling/policy.ts'
import { policyDifferences } from '../../../shared/sampling/policyDifferences.ts'
import { rulesWith, shipped } from './shippedRules.ts'

const changed = (frequency: Frequency, rule: PolicyRule) =>
  policyDifferences(shipped, { ...shipped, rules: rulesWith(frequency, rule) })

describe('what changed between two versions of a policy', () => {
  it('is nothing where they say the same', () => {
    expect(policyDifferences(shipped, structuredClone(shipped))).toEqual([])
  })

  it('names the frequency and the risk', () => {
    expect(changed('weekly', { kind: 'rangeByRisk', low: 5, moderate: 10, high: 15 })).toEqual([
      'Weekly, moderate: 8 → 10',
    ])
    expect(changed('quarterly', { kind: 'fixed', size: 3 })).toEqual(['Quarterly: 2 → 3'])
  })

  it('names a rule of another kind in full', () => {
    expect(changed('daily', { kind: 'percent', rate: 0.1, minimum: 3, maximum: 30 })).toEqual([
      'Daily: 20 / 30 / 40 by risk → 10 %, at least 3 and at most 30',
    ])
    expect(changed('daily', { kind: 'statistical', confidence: 0.95, tolerableRate: 0.09 })).toEqual([
      'Daily: 20 / 30 / 40 by risk → by statistics: confidence 95 %, tolerable 9 %, expected 0 %',
    ])
  })

  it('goes into the bands of a rule by occurrences', () => {
    const differences = changed('event', {
      kind: 'byOccurrences',
      bands: [
        { below: 5, rule: { kind: 'all' } },
        { below: 50, rule: { kind: 'fixed', size: 5 } },
        { below: 250, rule: { kind: 'percent', rate: '0.10', minimum: 5, maximum: 30 } },
        { rule: { kind: 'sameAs', frequency: 'daily' } },
      ],
    })
    expect(differences).toEqual([
      'Event-driven, fewer than 250: 10 %, at least 5 and at most 25 → 10 %, at least 5 and at most 30',
      'Event-driven, otherwise: as many times a day → as daily',
      'Event-driven, fewer than 50: no band → 5',
    ])
  })

  it('names another name', () => {
    expect(policyDifferences(shipped, { ...shipped, name: 'House policy' })).toEqual([
      'Name: Tickmark default → House policy',
    ])
  })
})
