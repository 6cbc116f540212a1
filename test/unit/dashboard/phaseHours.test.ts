import { describe, expect, it } from 'vitest'
import { hoursText, phaseHours } from '../../../shared/hours/phaseHours.ts'

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

  it.each([
    [450, '7.5 h'],
    [15, '0.25 h'],
    [2400, '40 h'],
    [100, '1.67 h'],
    [0, '0 h'],
  ])('%i minutes read %s', (minutes, text) => expect(hoursText(minutes)).toBe(text))
})
