import { describe, expect, it } from 'vitest'
import { scopeGaps, type ScopeParts } from '../../../shared/scope/gaps.ts'

const change = { controlId: 'c1', ref: 'CHG-01', title: 'Change approval' }
const guard = { controlId: 'c2', ref: 'PHY-01', title: 'Guards' }

const complete: ScopeParts = {
  criteria: [{ criterionId: 'CC8.1', setAside: null, controls: [change] }],
  controls: [change],
  commitments: [{ ref: 'SC-1', criteria: ['CC8.1'], controlIds: [] }],
}

const nothing = {
  criteriaWithoutControl: [],
  controlsWithoutCriterion: [],
  criteriaWithoutCommitment: [],
  commitmentsWithoutCriterion: [],
  commitmentsWithoutControl: [],
  notApplicableWithControls: [],
}

describe('the scope', () => {
  it('has no gap where every criterion, control and commitment is answered', () => {
    expect(scopeGaps(complete)).toEqual(nothing)
  })

  it('flags a criterion without a control and a control without a criterion', () => {
    const criteria = [...complete.criteria, { criterionId: 'CC6.4', setAside: null, controls: [] }]
    const commitments = [{ ref: 'SC-1', criteria: ['CC8.1', 'CC6.4'], controlIds: [] }]
    expect(scopeGaps({ criteria, controls: [change, guard], commitments })).toEqual({
      ...nothing,
      criteriaWithoutControl: ['CC6.4'],
      controlsWithoutCriterion: [guard],
    })
  })

  it('needs no control for a criterion that was set aside, and says where one answers it all the same', () => {
    const setAside = 'The host guards the halls.'
    const aside = (controls: (typeof guard)[]) => ({ criterionId: 'CC6.4', setAside, controls })
    expect(scopeGaps({ ...complete, criteria: [...complete.criteria, aside([])] })).toEqual(nothing)
    const answered = { ...complete, controls: [change, guard], criteria: [...complete.criteria, aside([guard])] }
    expect(scopeGaps(answered)).toEqual({
      ...nothing,
      notApplicableWithControls: ['CC6.4'],
      controlsWithoutCriterion: [guard],
    })
  })

  it('flags criteria that no commitment needs only once there is a commitment', () => {
    expect(scopeGaps({ ...complete, commitments: [] })).toEqual(nothing)
    expect(scopeGaps({ ...complete, commitments: [{ ref: 'SR-1', criteria: [], controlIds: ['c1'] }] })).toEqual({
      ...nothing,
      criteriaWithoutCommitment: ['CC8.1'],
      commitmentsWithoutCriterion: ['SR-1'],
    })
  })

  it('takes a commitment for kept by a linked control, or by one that answers its criteria, and flags it otherwise', () => {
    const criteria = [...complete.criteria, { criterionId: 'CC6.4', setAside: null, controls: [] }]
    const commitments = [
      { ref: 'SC-1', criteria: ['CC8.1'], controlIds: [] },
      { ref: 'SC-2', criteria: ['CC6.4'], controlIds: ['c1'] },
      { ref: 'SC-3', criteria: ['CC6.4'], controlIds: [] },
    ]
    expect(scopeGaps({ criteria, controls: [change], commitments }).commitmentsWithoutControl).toEqual(['SC-3'])
  })
})
