import { describe, expect, it } from 'vitest'
import { statisticalAlternatives } from '../../../shared/sample/alternatives.ts'
import { planWarnings } from '../../../shared/sample/planWarnings.ts'
import { newSeed } from '../../../shared/sample/seed.ts'
import { versionWindows } from '../../../shared/sample/versionWindows.ts'
import { wordingsWithin } from '../../../shared/sample/wordingsWithin.ts'

const plan = {
  frequency: 'event',
  populationSize: 1400,
  policySize: 40,
  wordings: ['2025-10-01'],
  drawnBefore: 0,
} as const
const period = { start: '2025-10-01', end: '2026-09-30' }

describe('warnings of a sampling plan', () => {
  it('always say that a prior period never reduces the sample', () => {
    expect(planWarnings({ ...plan, frequency: 'multiple_daily' })).toEqual([
      expect.stringContaining('prior period never reduces'),
    ])
  })

  it('say that the occurrences of an event-driven control were counted', () => {
    expect(planWarnings(plan)[0]).toContain('its occurrences in the period were counted: 1,400')
  })

  it('ask for the missing runs of a control that should have run more often', () => {
    const weekly = { ...plan, frequency: 'weekly', policySize: 8 } as const
    expect(planWarnings({ ...weekly, populationSize: 40 }).join(' ')).toContain('should have run at least 52 times')
    expect(planWarnings({ ...weekly, populationSize: 52 }).join(' ')).not.toContain('should have run')
    expect(planWarnings({ ...weekly, populationSize: 26, days: 183 }).join(' ')).not.toContain('should have run')
    expect(planWarnings({ ...weekly, populationSize: 40, days: 183 }).join(' ')).toContain('transactions')
  })

  it('say when the population is so small that all of it is selected, or empty', () => {
    expect(planWarnings({ ...plan, populationSize: 4, policySize: 4 }).join(' ')).toContain('all of it is selected')
    expect(planWarnings({ ...plan, populationSize: 0, policySize: 0 }).join(' ')).toContain('nothing to select')
  })

  it('name rows without a date where the plan tells rows apart by day', () => {
    expect(planWarnings({ ...plan, undated: 1 }).join(' ')).toContain('1 row without a date belongs to no part')
  })

  it('ask whether each item is a run of the control when there are more than its frequency allows', () => {
    const monthly = { ...plan, frequency: 'monthly', policySize: 3 } as const
    expect(planWarnings(monthly).join(' ')).toContain('not how many transactions there are')
    expect(planWarnings({ ...monthly, populationSize: 12 }).join(' ')).not.toContain('transactions')
  })

  it('say that a small sample of a small population gives no confidence (2 of 12: up to 7 could deviate)', () => {
    expect(planWarnings({ ...plan, frequency: 'monthly', populationSize: 12, policySize: 2 }).join(' ')).toContain(
      'judgement',
    )
    expect(planWarnings({ ...plan, frequency: 'annual', populationSize: 1, policySize: 1 }).join(' ')).not.toContain(
      'judgement',
    )
  })

  it('name the day on which the control changed within the period', () => {
    const warnings = planWarnings({ ...plan, wordings: ['2025-10-01', '2026-03-01'] })
    expect(warnings.join(' ')).toContain('changed within the period (2026-03-01)')
  })
})

describe('wordings within a period', () => {
  it('are the last one from before it and those that begin in it', () => {
    expect(wordingsWithin(['2023-01-01', '2025-10-01', '2026-03-01', '2026-10-01'], period)).toEqual([
      '2025-10-01',
      '2026-03-01',
    ])
    expect(wordingsWithin(['2025-11-05'], period)).toEqual(['2025-11-05'])
    expect(wordingsWithin(['2024-01-01', '2025-01-01'], null)).toEqual(['2025-01-01'])
  })
})

describe('versions of a control within a period', () => {
  it('share its days without a gap, the first from its first day', () => {
    expect(versionWindows(['2023-01-01', '2026-03-01', '2026-07-15'], period)).toEqual([
      { effectiveOn: '2023-01-01', window: { start: '2025-10-01', end: '2026-02-28' } },
      { effectiveOn: '2026-03-01', window: { start: '2026-03-01', end: '2026-07-14' } },
      { effectiveOn: '2026-07-15', window: { start: '2026-07-15', end: '2026-09-30' } },
    ])
  })

  it('begin when the first wording does where the control is new', () => {
    expect(versionWindows(['2025-11-05'], period)).toEqual([
      { effectiveOn: '2025-11-05', window: { start: '2025-11-05', end: '2026-09-30' } },
    ])
  })
})

describe('statistical alternatives', () => {
  it('are those of the hypergeometric model, and none where the population is too small', () => {
    const size = (populationSize: number, confidence: number, tolerableRate: number, expectedDeviations: number) =>
      statisticalAlternatives(populationSize).find(
        (each) =>
          each.confidence === confidence &&
          each.tolerableRate === tolerableRate &&
          each.expectedDeviations === expectedDeviations,
      )?.sampleSize
    // The binomial sizes of the published tables are approached from below as the population grows.
    expect(size(1_000_000, 0.9, 0.1, 0)).toBe(22)
    expect(size(1_000_000, 0.95, 0.05, 1)).toBe(93)
    expect(size(4, 0.95, 0.05, 1)).toBeNull()
    expect(statisticalAlternatives(1400)).toHaveLength(18)
    expect(statisticalAlternatives(0).every((each) => each.sampleSize === null)).toBe(true)
  })
})

describe('a generated seed', () => {
  it('has 20 decimal digits and uses no byte that would make a digit more likely', () => {
    const bytes = [Uint8Array.from([255, 254, 253, 252, 251, 250, 249, 0, 13]), new Uint8Array(20).fill(127)]
    expect(newSeed(() => bytes.shift() ?? new Uint8Array(20))).toBe('90377777777777777777')
  })
})
