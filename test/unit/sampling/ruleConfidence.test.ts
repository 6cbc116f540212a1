import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extensionRule, ruleConfidence, type RuleStage } from '../../../shared/sampling/ruleConfidence.ts'
import { binomialTail, toNumber } from './exactArithmetic.ts'

describe('confidence of a whole rule', () => {
  it.each([
    // 25 items; with one deviation so many more, and no further one.
    [0.1, [25, 15], 0.887],
    [0.1, [25, 25], 0.914],
    [0.1, [25, 35], 0.923],
    [0.05, [25, 15], 0.554],
    [0.1, [25], 0.928],
    [0.05, [25], 0.723],
  ])('at a tolerable rate of %d with samples of %j is %d', (tolerableRate, sizes, confidence) => {
    expect(ruleConfidence({ tolerableRate, stages: extensionRule(sizes) })).toBeCloseTo(confidence, 3)
  })

  it('of one stage is that of the sample', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 80 }),
        fc.integer({ min: 0, max: 100 }),
        fc.nat(80),
        (size, rate, acceptUpTo) => {
          const stages = [{ size, acceptUpTo, rejectFrom: acceptUpTo + 1 }]
          const accepted = toNumber(binomialTail(size, rate, 100, acceptUpTo))
          expect(ruleConfidence({ tolerableRate: rate / 100, stages })).toBeCloseTo(1 - accepted, 12)
        },
      ),
    )
  })

  it('is never above that of its first stage alone: an extension gives a second chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 5, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (first, more, rate) => {
          const of = (sizes: number[]) => ruleConfidence({ tolerableRate: rate / 100, stages: extensionRule(sizes) })
          expect(of([first, more])).toBeLessThanOrEqual(of([first]))
        },
      ),
    )
  })

  it('counts a rule that has not decided in the end as not accepting', () => {
    const undecided = ruleConfidence({ tolerableRate: 0.1, stages: [{ size: 25, acceptUpTo: 0, rejectFrom: 3 }] })
    expect(undecided).toBeCloseTo(1 - 0.9 ** 25, 12)
  })

  it.each([
    ['has no stage', []],
    ['accepts and rejects the same number', [{ size: 25, acceptUpTo: 1, rejectFrom: 1 }]],
    ['has a stage without items', [{ size: 0, acceptUpTo: 0, rejectFrom: 1 }]],
    ['is too long to enumerate', [{ size: 10_001, acceptUpTo: 0, rejectFrom: 1 }]],
  ] as [string, RuleStage[]][])('refuses a rule that %s', (_name, stages) => {
    expect(() => ruleConfidence({ tolerableRate: 0.1, stages })).toThrow(
      expect.objectContaining({ code: 'sampling.invalid_parameter' }),
    )
  })
})
