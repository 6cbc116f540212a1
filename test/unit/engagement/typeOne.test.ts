import { describe, expect, it } from 'vitest'
import { sectionsOf } from '../../../renderer/app/sections.ts'
import { filterLabelsOf } from '../../../renderer/controls/controlFilters.ts'
import { nextStep } from '../../../renderer/dashboard/nextStep.ts'
import { letterValues } from '../../../renderer/letters/letterValues.ts'

const progress = {
  criteria: 33,
  criteriaWithoutControl: 0,
  controls: 2,
  controlsConcluded: 0,
  populations: 0,
  populationsConcluded: 0,
  samples: 0,
  sampleItems: 0,
  resultsExpected: 0,
  resultsRecorded: 0,
  deviations: 0,
  deviationsOpen: 0,
}

describe('an engagement as of a date', () => {
  it('never asks for a population or a sample: the next step is the design', () => {
    const standing = { dates: { reportOn: null, releaseOn: null }, lock: null }
    const stepOf = (change: Partial<typeof progress>) =>
      nextStep('e', { reportType: 'type1', progress: { ...progress, ...change }, phases: [], standing }).words
    expect(stepOf({})).toBe('Walk through the controls and conclude on their design')
    expect(stepOf({ controlsConcluded: 1 })).toBe('Conclude on the controls')
    expect(nextStep('e', { reportType: 'type2', progress, phases: [], standing }).words).toBe('Import a population')
  })

  it('has no section for populations', () => {
    expect(sectionsOf('type1').map(({ label }) => label)).not.toContain('Populations')
    expect(sectionsOf('type2').map(({ label }) => label)).toContain('Populations')
  })

  it('is narrowed to controls whose design is open, one over a period to those whose operation is', () => {
    expect(Object.values(filterLabelsOf('type1'))).toContain('Design not concluded')
    expect(Object.values(filterLabelsOf('type1'))).not.toContain('Operation not concluded')
    expect(Object.values(filterLabelsOf('type2'))).toContain('Operation not concluded')
  })

  it('expects letters as of a date', () => {
    expect(letterValues(null, 'type1').scope).toBe('date')
    expect(letterValues(null, 'type2').scope).toBe('period')
  })
})
