import { describe, expect, it } from 'vitest'
import { isoProposals, type LedTo } from '../../../shared/iso/proposals.ts'
import { isoWarnings } from '../../../shared/iso/warnings.ts'

const change = { controlId: 'c1', ref: 'CHG-01', criteria: ['CC8.1', 'CC6.1'] }
const requirements: LedTo[] = [
  {
    requirementId: 'A.8.32',
    criteria: [
      { criterionId: 'CC8.1', strength: 'direct' },
      { criterionId: 'CC6.1', strength: 'weak' },
    ],
  },
  { requirementId: 'A.5.15', criteria: [{ criterionId: 'CC6.1', strength: 'partial' }] },
  { requirementId: 'A.7.4', criteria: [{ criterionId: 'CC6.4', strength: 'direct' }] },
]
const proposed = (weakest: 'direct' | 'partial' | 'weak', settled: string[] = []) =>
  isoProposals([change], requirements, weakest, (_controlId, requirementId) => settled.includes(requirementId)).map(
    ({ requirementId, strength, criteria }) => [requirementId, strength, criteria],
  )

describe('a proposed mapping', () => {
  it('follows from the criteria of a control, and the strongest relation counts', () => {
    expect(proposed('weak')).toEqual([
      ['A.8.32', 'direct', ['CC8.1', 'CC6.1']],
      ['A.5.15', 'partial', ['CC6.1']],
    ])
  })

  it('is left out where the relation is weaker than what is asked for, or somebody settled it', () => {
    expect(proposed('direct')).toEqual([['A.8.32', 'direct', ['CC8.1']]])
    expect(proposed('partial', ['A.8.32'])).toEqual([['A.5.15', 'partial', ['CC6.1']]])
  })
})

describe('a line of the ISO view', () => {
  const control = { controlId: 'c1', ref: 'CHG-01', title: 'Change approval', basis: 'own' as const }
  const tested = { ...control, design: null, operation: null, procedures: 1, performed: 1, deviations: 0 }
  const applies = {
    applicable: true,
    implemented: 'yes',
    justification: 'Needed.',
    by: 'Ada',
    at: '2026-10-20',
  } as const
  const conform = { outcome: 'conform', reasoning: 'Tested.', by: 'Ada', at: '2026-10-20' } as const
  const line = { kind: 'control' as const, controls: [tested], applicability: applies, conclusion: conform }

  it('that is tested, applies and is concluded has nothing against it', () => {
    expect(isoWarnings(line)).toEqual([])
  })

  it('says what is missing before it can be concluded', () => {
    expect(isoWarnings({ ...line, controls: [], applicability: null, conclusion: null })).toEqual([
      'The statement of applicability has no line for it.',
      'No control of the engagement is mapped to it.',
      'It is not concluded yet.',
    ])
    expect(isoWarnings({ ...line, kind: 'clause', applicability: null })).toEqual([])
  })

  it('that does not apply needs neither control nor conclusion', () => {
    const applicability = { ...applies, applicable: false }
    expect(isoWarnings({ ...line, controls: [], applicability, conclusion: null })).toEqual([])
  })

  it('concluded as conform is held against deviations, untested controls and the statement of applicability', () => {
    expect(isoWarnings({ ...line, controls: [{ ...tested, deviations: 1 }] })).toEqual([
      'Concluded as conform, although 1 deviation was found.',
    ])
    expect(isoWarnings({ ...line, controls: [{ ...tested, performed: 0 }] })).toEqual([
      'Concluded, although no control under it has a performed procedure.',
    ])
    expect(isoWarnings({ ...line, applicability: { ...applies, implemented: 'no' } })).toEqual([
      'Concluded as conform, although the statement of applicability says that it is not implemented.',
    ])
  })
})
