import { describe, expect, it } from 'vitest'
import { dateAheadWords, openWords, shareWords } from '../../../renderer/dashboard/dashboardWords.ts'
import { type Done, phasesOf, type StepName, stepNames } from '../../../shared/dashboard/phases.ts'
import { requestAge } from '../../../shared/dashboard/requestAge.ts'

const nothing = Object.fromEntries(stepNames.map((step) => [step, { done: 0, total: 0 }])) as Record<StepName, Done>
const shareOf = (steps: Partial<Record<StepName, Done>>, phase: string) =>
  phasesOf({ ...nothing, ...steps }).find((one) => one.phase === phase)?.share

describe('the phases of an engagement', () => {
  it('come in the order of the work, and have no share before there is anything to do', () => {
    expect(phasesOf(nothing)).toEqual(
      ['planning', 'fieldwork', 'review', 'report'].map((phase) => ({ phase, share: null, steps: [] })),
    )
  })

  it('weigh each step the same, so that many results do not hide an open population', () => {
    const steps = {
      results_recorded: { done: 60_000, total: 60_000 },
      populations_concluded: { done: 0, total: 1 },
    }
    expect(shareOf(steps, 'fieldwork')).toBe(0.5)
  })

  it('leave out steps without anything to do', () => {
    expect(shareOf({ papers_prepared: { done: 3, total: 4 } }, 'review')).toBe(0.75)
  })
})

describe('the figures of the dashboard', () => {
  it('say 100 % only once everything is done, and 0 % only while nothing is', () => {
    expect([null, 0, 0.001, 0.5, 0.999, 1].map(shareWords)).toEqual([
      'nothing yet',
      '0 %',
      '1 %',
      '50 %',
      '99 %',
      '100 %',
    ])
  })

  it('count the days to a date, and those since', () => {
    const on = '2026-11-12'
    expect(dateAheadWords({ date: 'report_planned', on, days: 23 })).toBe('Report planned 2026-11-12 (in 23 days)')
    expect(dateAheadWords({ date: 'lock', on, days: -1 })).toBe('File complete by 2026-11-12 (1 day ago)')
    expect(dateAheadWords({ date: 'release', on, days: 0 })).toBe('Released 2026-11-12 (today)')
  })

  it('say what waits for somebody, or that nothing does', () => {
    const open = { deviations: 2, notes: 1, requests: 3, requestsOverdue: 1 }
    expect(openWords(open)).toBe('2 deviations · 1 note · 3 requests, 1 overdue')
    expect(openWords({ deviations: 0, notes: 0, requests: 0, requestsOverdue: 0 })).toBe('nothing')
  })

  it('put a request of a week with the young ones, and one of a month before the old ones', () => {
    expect([0, 7, 8, 14, 15, 30, 31].map(requestAge)).toEqual([
      'to_7',
      'to_7',
      'to_14',
      'to_14',
      'to_30',
      'to_30',
      'over_30',
    ])
  })
})
