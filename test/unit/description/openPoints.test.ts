import { describe, expect, it } from 'vitest'
import { type DescriptionFacts, openPoints } from '../../../shared/description/openPoints.ts'

const complete: DescriptionFacts = {
  criterionId: 'DC 3',
  sections: 1,
  linked: 2,
  stale: 0,
  evidence: 1,
  outcome: 'presented',
  reasoning: '',
  implementation: '',
  untold: [],
}

const open = (facts: Partial<DescriptionFacts>) => openPoints({ ...complete, ...facts })

describe('a description criterion', () => {
  it('is complete with linked paragraphs, a finding, and evidence or words on how it was seen to be implemented', () => {
    expect(open({})).toEqual([])
    expect(open({ evidence: 0, implementation: 'Walked through the halls.' })).toEqual([])
    expect(open({ evidence: 0, implementation: ' ' })).toEqual([
      'No evidence, and no words, on how it was seen to be implemented.',
    ])
  })

  it('that nobody worked on says everything that is to be done', () => {
    expect(open({ sections: 0, linked: 0, evidence: 0, outcome: null })).toEqual([
      'No section of the description is about DC 3.',
      'No paragraph is linked.',
      'No evidence, and no words, on how it was seen to be implemented.',
      'Nobody said yet whether it is presented.',
    ])
  })

  it('asks to link anew what was changed since', () => {
    expect(open({ stale: 1 })).toEqual(['1 linked paragraph was changed since: link anew.'])
    expect(open({ stale: 2, outcome: 'not_presented' })).toEqual(['2 linked paragraphs were changed since: link anew.'])
  })

  it('that does not apply needs no paragraph, yet what other papers know and it does not tell', () => {
    const untold = ['CUEC-1 is not told.']
    expect(open({ outcome: 'not_applicable', linked: 0, sections: 0, untold })).toEqual(untold)
    expect(open({ untold })).toEqual(untold)
  })
})
