import { describe, expect, it } from 'vitest'
import type { Deviation, DeviationSelection } from '../../../shared/contract/deviation.ts'
import { countByStatus, selectDeviations } from '../../../shared/deviation/register.ts'

function deviation(number: number, fields: Partial<Deviation> = {}): Deviation {
  return {
    deviationId: `d${number}`,
    engagementId: 'e',
    ref: `DEV-${number}`,
    controlId: 'c',
    controlRef: 'CHG-01',
    criteria: ['CC8.1'],
    procedureId: null,
    sampleId: null,
    sampleItemId: null,
    itemId: null,
    attribute: null,
    condition: 'Deployed without an approver.',
    cause: null,
    extent: null,
    timing: null,
    nature: null,
    clientStatement: null,
    clientPerson: null,
    clientSaidOn: null,
    managementResponse: null,
    compensating: null,
    compensations: [],
    extension: null,
    effect: null,
    criterionEffect: null,
    status: 'open',
    confirmed: null,
    evaluated: null,
    concluded: null,
    reopenedBecause: null,
    recordedBy: 'Ada Cole',
    recordedAt: '2026-10-20T09:00:00+00:00',
    ...fields,
  }
}

const register = [
  deviation(10, { nature: 'isolated', status: 'concluded', recordedBy: 'Ben Ode' }),
  deviation(2, { controlRef: 'ACC-02', criteria: ['CC6.1', 'CC6.2'], condition: 'Access kept after leaving.' }),
  deviation(1, { nature: 'systematic', itemId: 'CHG-00031', attribute: 'B', status: 'confirmed' }),
]
const refs = (selection: Partial<DeviationSelection> = {}) =>
  selectDeviations(register, { sort: 'ref', descending: false, ...selection }).map(({ ref }) => ref)

describe('the register of deviations', () => {
  it('counts numbers as numbers', () => {
    expect(refs()).toEqual(['DEV-1', 'DEV-2', 'DEV-10'])
    expect(refs({ descending: true })).toEqual(['DEV-10', 'DEV-2', 'DEV-1'])
  })

  it('shows those of a status, a criterion, a nature or a person, and all conditions at once', () => {
    expect(refs({ status: 'confirmed' })).toEqual(['DEV-1'])
    expect(refs({ criterionId: 'CC6.2' })).toEqual(['DEV-2'])
    expect(refs({ nature: 'not_judged' })).toEqual(['DEV-2'])
    expect(refs({ recordedBy: 'Ada Cole', criterionId: 'CC8.1' })).toEqual(['DEV-1'])
    expect(refs({ nature: 'isolated', status: 'open' })).toEqual([])
  })

  it('finds words in any order and case', () => {
    expect(refs({ query: 'LEAVING access' })).toEqual(['DEV-2'])
    expect(refs({ query: 'chg-00031' })).toEqual(['DEV-1'])
    expect(refs({ query: '.*' })).toEqual([])
  })

  it('is sorted by control, by nature with the unjudged last, and by how far each is', () => {
    expect(refs({ sort: 'control' })).toEqual(['DEV-2', 'DEV-1', 'DEV-10'])
    expect(refs({ sort: 'nature' })).toEqual(['DEV-10', 'DEV-1', 'DEV-2'])
    expect(refs({ sort: 'status' })).toEqual(['DEV-2', 'DEV-1', 'DEV-10'])
  })

  it('counts how far they are', () => {
    expect(countByStatus(register)).toEqual({ open: 1, confirmed: 1, evaluated: 0, concluded: 1 })
  })
})
