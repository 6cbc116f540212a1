import { describe, expect, it } from 'vitest'
import { hoursText, phaseHours, phasesAgainstBudget } from '../../../shared/hours/phaseHours.ts'

describe('the hours of an engagement', () => {
  it('are summed by phase and stand beside what was planned; a phase without a budget has none', () => {
    const worked = [
      { phase: 'fieldwork', minutes: 450 },
      { phase: 'review', minutes: 60 },
      { phase: 'fieldwork', minutes: 15 },
    ] as const
    expect(phaseHours([{ phase: 'fieldwork', minutes: 2400 }], worked)).toEqual([
      { phase: 'planning', budget: null, worked: 0 },
      { phase: 'fieldwork', budget: 2400, worked: 465 },
      { phase: 'review', budget: null, worked: 60 },
      { phase: 'report', budget: null, worked: 0 },
    ])
  })

  it('against their budget are those of the phases that have any, what is over it below zero, and all together', () => {
    const of = (phase: 'planning' | 'fieldwork' | 'review' | 'report', budget: number | null, worked: number) => ({
      phase,
      budget,
      worked,
    })
    const fieldwork = of('fieldwork', 2400, 450)
    expect(
      phasesAgainstBudget([of('planning', 60, 90), fieldwork, of('review', null, 30), of('report', null, 0)]),
    ).toEqual([
      { phase: 'planning', budget: 60, worked: 90, left: -30 },
      { phase: 'fieldwork', budget: 2400, worked: 450, left: 1950 },
      { phase: 'review', budget: null, worked: 30, left: null },
      { phase: null, budget: 2460, worked: 570, left: 1890 },
    ])
    expect(phasesAgainstBudget([of('planning', null, 0), fieldwork])).toEqual([{ ...fieldwork, left: 1950 }])
  })

  it.each([
    [450, '7.5 h'],
    [15, '0.25 h'],
    [2400, '40 h'],
    [100, '1.67 h'],
    [0, '0 h'],
  ])('%i minutes read %s', (minutes, text) => expect(hoursText(minutes)).toBe(text))
})
