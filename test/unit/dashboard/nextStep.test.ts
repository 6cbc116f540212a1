import { describe, expect, it } from 'vitest'
import { nextStep, type StepFacts } from '../../../renderer/dashboard/nextStep.ts'
import { type Done, phasesOf, type StepName, stepNames } from '../../../shared/dashboard/phases.ts'

/** Everything of so many is done, save what is said. */
const phases = (open: Partial<Record<StepName, Done>>) => {
  const done = Object.fromEntries(stepNames.map((step) => [step, { done: 2, total: 2 }])) as Record<StepName, Done>
  return phasesOf({ ...done, ...open })
}

const concluded: StepFacts = {
  reportType: 'type2',
  progress: {
    criteria: 33,
    criteriaWithoutControl: 0,
    controls: 2,
    controlsConcluded: 2,
    populations: 1,
    populationsConcluded: 1,
    samples: 1,
    sampleItems: 25,
    resultsExpected: 75,
    resultsRecorded: 75,
    deviations: 1,
    deviationsOpen: 0,
  },
  phases: phases({}),
  standing: { dates: { reportOn: null, releaseOn: null }, lock: null },
}
const stepOf = (change: Partial<StepFacts>) => nextStep('e', { ...concluded, ...change })
const one = { done: 1, total: 2 }
const lock: StepFacts['standing']['lock'] = {
  by: { practitionerId: 'p', name: 'Ada Cole' },
  at: '2026-12-01T09:00:00.000Z',
  heads: [],
  signature: '',
}

describe('the next step once every control is concluded on', () => {
  it('goes from the criteria to the opinion, the sign-offs, the review and the report', () => {
    const words = (open: Partial<Record<StepName, Done>>) => stepOf({ phases: phases(open) }).words
    expect([
      words({ criteria_concluded: one, parts_decided: one }),
      words({ parts_decided: one, papers_prepared: one }),
      words({ papers_prepared: one, papers_reviewed: one }),
      words({ papers_reviewed: one, notes_cleared: one }),
      words({ notes_cleared: one }),
      words({}),
    ]).toEqual([
      'Conclude on the criteria',
      'Decide the opinion',
      'Sign the papers',
      'Review the papers',
      'Clear the review notes',
      'Check the report, then give its date',
    ])
  })

  it('follows the dates to the release and the lock', () => {
    const dated = { reportOn: '2026-11-12', releaseOn: null }
    expect(stepOf({ standing: { dates: dated, lock: null } }).words).toBe('Release the report')
    const released = { ...dated, releaseOn: '2026-11-13' }
    expect(stepOf({ standing: { dates: released, lock: null } }).words).toBe('Complete the file and lock it')
  })

  it('says that nothing is left of a locked file, whatever it holds', () => {
    const standing = { dates: { reportOn: '2026-11-12', releaseOn: '2026-11-13' }, lock }
    const progress = { ...concluded.progress, deviationsOpen: 1 }
    expect(stepOf({ standing, progress }).words).toBe('Nothing is left: the file is locked')
  })
})
