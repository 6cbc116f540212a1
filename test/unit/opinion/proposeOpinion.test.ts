import { describe, expect, it } from 'vitest'
import type { Judgement, OpinionPart, ProposedPart } from '../../../shared/contract/opinion.ts'
import type { OpinionPapers } from '../../../shared/opinion/papers.ts'
import { proposeOpinion } from '../../../shared/opinion/proposeOpinion.ts'
import { control, criterion, deviation, papers } from './papersOf.ts'

function part(name: OpinionPart, its: OpinionPapers): ProposedPart {
  const proposed = proposeOpinion(its).find((each) => each.part === name)
  if (!proposed) throw new Error(`no ${name} part`)
  return proposed
}

const judgement = (fields: Partial<Judgement>): Judgement => ({
  part: 'operation',
  kind: 'misstatement',
  material: false,
  pervasive: false,
  ...fields,
})

const notMet = criterion({ controls: [control({ operation: 'not_effective' })], operationConclusion: 'not_effective' })

describe('parts of the opinion', () => {
  it('are description, design and operating effectiveness in a Type 2 report', () => {
    expect(proposeOpinion(papers()).map((each) => each.part)).toEqual(['description', 'design', 'operation'])
  })

  it('are description and design in a Type 1 report', () => {
    expect(proposeOpinion(papers({ reportType: 'type1' })).map((each) => each.part)).toEqual(['description', 'design'])
  })

  it('are unqualified and ready when every control is concluded as effective', () => {
    for (const proposed of proposeOpinion(papers())) {
      expect(proposed).toMatchObject({ proposal: 'unqualified', ready: true, missing: [] })
      expect(proposed.because).not.toEqual([])
    }
  })
})

describe('a judged effect', () => {
  it.each([
    ['misstatement', false, false, 'unqualified'],
    ['misstatement', true, false, 'qualified'],
    ['misstatement', true, true, 'adverse'],
    ['scope_limitation', false, false, 'unqualified'],
    ['scope_limitation', true, false, 'qualified'],
    ['scope_limitation', true, true, 'disclaimer'],
  ] as const)('%s, material %s, pervasive %s, leads to %s', (kind, material, pervasive, form) => {
    for (const name of ['description', 'design', 'operation'] as const) {
      const judgements = [judgement({ part: name, kind, material, pervasive })]
      expect(part(name, papers({ judgements })).proposal).toBe(form)
    }
  })

  it('stays with its own part', () => {
    const its = papers({ judgements: [judgement({ part: 'description', material: true, pervasive: true })] })
    expect(proposeOpinion(its).map((each) => each.proposal)).toEqual(['adverse', 'unqualified', 'unqualified'])
  })

  it('gives way to a more severe one of the same part', () => {
    const judgements = [
      judgement({ kind: 'scope_limitation', material: true }),
      judgement({ material: true, pervasive: true }),
    ]
    expect(part('operation', papers({ judgements })).proposal).toBe('adverse')
  })

  it('is told beside a pervasive one of the other kind, since the report has to tell both', () => {
    const judgements = [
      judgement({ kind: 'scope_limitation', material: true, pervasive: true }),
      judgement({ material: true, pervasive: true }),
    ]
    const { proposal, because } = part('operation', papers({ judgements }))
    expect(proposal).toBe('adverse')
    expect(because.join(' ')).toMatch(/tell both/)
  })
})

describe('deviations', () => {
  it('alone do not modify the opinion, and are named with their item and attribute', () => {
    const its = control({ operation: 'effective_with_deviations', deviations: [deviation()] })
    const { proposal, ready, because } = part('operation', papers({ criteria: [criterion({ controls: [its] })] }))
    expect({ proposal, ready }).toEqual({ proposal: 'unqualified', ready: true })
    const sentence = because.find((each) => each.includes('DEV-1'))
    expect(sentence).toContain('CHG-01')
    expect(sentence).toContain('CC8.1')
    expect(sentence).toContain('CHG-00312')
    expect(sentence).toContain('attribute C')
  })

  it('keep the part from being ready while they are open', () => {
    const its = control({ operation: 'effective_with_deviations', deviations: [deviation({ status: 'open' })] })
    const { ready, missing } = part('operation', papers({ criteria: [criterion({ controls: [its] })] }))
    expect(ready).toBe(false)
    expect(missing).toEqual([expect.stringMatching(/DEV-1.*CHG-01.*open/)])
  })

  it('are missing where a cell failed and none describes it', () => {
    const its = control({ undescribed: [{ aspect: 'operation', itemId: 'CHG-00702', attribute: 'A' }] })
    const { missing } = part('operation', papers({ criteria: [criterion({ controls: [its] })] }))
    expect(missing).toEqual([expect.stringMatching(/CHG-01, item CHG-00702, attribute A/)])
  })

  it('on operation leave the design part alone', () => {
    const its = control({ operation: 'effective_with_deviations', deviations: [deviation({ status: 'open' })] })
    const design = part('design', papers({ criteria: [criterion({ controls: [its] })] }))
    expect(design.ready).toBe(true)
    expect(design.trace[0]?.controls[0]?.deviations).toEqual([])
  })

  it('of a Type 1 engagement belong to design', () => {
    const its = control({ deviations: [deviation({ aspect: null, status: 'open' })] })
    expect(part('design', papers({ reportType: 'type1', criteria: [criterion({ controls: [its] })] })).ready).toBe(
      false,
    )
  })
})

describe('a failing control', () => {
  const failed = criterion({ controls: [control({ operation: 'not_effective' })] })

  it('is not a failing criterion: a person has to conclude on the criterion', () => {
    const { proposal, ready, missing } = part('operation', papers({ criteria: [failed] }))
    expect({ proposal, ready }).toEqual({ proposal: 'unqualified', ready: false })
    expect(missing).toEqual([expect.stringMatching(/CC8\.1.*CHG-01/)])
  })

  it('leaves the opinion unqualified once the criterion is concluded as met', () => {
    const { proposal, ready, because } = part(
      'operation',
      papers({ criteria: [{ ...failed, operationConclusion: 'effective' }] }),
    )
    expect({ proposal, ready }).toEqual({ proposal: 'unqualified', ready: true })
    expect(because.join(' ')).toMatch(/CC8\.1 was concluded as met.*although CHG-01 failed/)
  })

  it('in its design asks for a conclusion on the operation of the criterion as well', () => {
    const its = criterion({ controls: [control({ design: 'not_effective' })], designConclusion: 'effective' })
    expect(part('operation', papers({ criteria: [its] })).missing).toEqual([expect.stringMatching(/CC8\.1.*CHG-01/)])
  })
})

describe('a criterion that is not met', () => {
  it('is proposed as qualified, yet not ready, while nobody judged the effect', () => {
    const { proposal, ready, because, missing } = part('operation', papers({ criteria: [notMet] }))
    expect({ proposal, ready }).toEqual({ proposal: 'qualified', ready: false })
    expect(missing).toEqual([expect.stringMatching(/CC8\.1.*material.*pervasive/)])
    expect(because.join(' ')).toMatch(/CC8\.1 was concluded as not met.*CHG-01/)
  })

  it.each([
    [false, false, 'unqualified'],
    [true, false, 'qualified'],
    [true, true, 'adverse'],
  ] as const)('once judged (material %s, pervasive %s) is ready as %s', (material, pervasive, form) => {
    const its = papers({ criteria: [notMet], judgements: [judgement({ material, pervasive })] })
    expect(part('operation', its)).toMatchObject({ proposal: form, ready: true })
  })

  it('is not settled by a judgement on the limitation of scope', () => {
    const its = papers({ criteria: [notMet], judgements: [judgement({ kind: 'scope_limitation' })] })
    expect(part('operation', its)).toMatchObject({ proposal: 'qualified', ready: false })
  })
})

describe('what is missing', () => {
  it('names a criterion without control in design and operation', () => {
    const its = papers({ criteria: [criterion({ criterionId: 'A1.2', controls: [] })] })
    for (const name of ['design', 'operation'] as const) {
      expect(part(name, its)).toMatchObject({ ready: false, missing: [expect.stringContaining('A1.2')] })
    }
  })

  it('names a control without conclusion once, with all its criteria', () => {
    const shared = control({ operation: null })
    const its = papers({
      criteria: [criterion({ controls: [shared] }), criterion({ criterionId: 'CC6.8', controls: [shared] })],
    })
    expect(part('operation', its).missing).toEqual([expect.stringContaining('CHG-01 (CC8.1, CC6.8)')])
  })

  it('asks whether a control left without conclusion limits the scope, until that is judged', () => {
    const criteria = [criterion({ controls: [control({ operation: 'not_concluded' })] })]
    expect(part('operation', papers({ criteria })).ready).toBe(false)
    const judgements = [judgement({ kind: 'scope_limitation', material: true })]
    expect(part('operation', papers({ criteria, judgements }))).toMatchObject({ proposal: 'qualified', ready: true })
  })
})

describe('a control that did not operate in the period', () => {
  const idle = control({ controlId: 'c2', ref: 'AVL-09', operation: 'did_not_occur' })

  it('is carried as an emphasis and modifies nothing', () => {
    const { proposal, ready, because } = part(
      'operation',
      papers({ criteria: [criterion({ controls: [control(), idle] })] }),
    )
    expect({ proposal, ready }).toEqual({ proposal: 'unqualified', ready: true })
    expect(because).toContainEqual(expect.stringMatching(/^Emphasis: AVL-09 \(CC8\.1\) did not operate/))
  })

  it('asks for a conclusion on a criterion that has no other control', () => {
    const { ready, missing } = part('operation', papers({ criteria: [criterion({ controls: [idle] })] }))
    expect({ ready, missing }).toEqual({
      ready: false,
      missing: [expect.stringMatching(/CC8\.1.*none of its controls/)],
    })
  })
})

describe('trace and decision', () => {
  it('lead from the part over criterion and control to the deviation and its item', () => {
    const its = control({ operation: 'effective_with_deviations', deviations: [deviation()] })
    const { trace } = part('operation', papers({ criteria: [criterion({ controls: [its] })] }))
    expect(trace).toMatchObject([
      {
        criterionId: 'CC8.1',
        controls: [
          { ref: 'CHG-01', outcome: 'effective_with_deviations', deviations: [{ ref: 'DEV-1', itemId: 'CHG-00312' }] },
        ],
      },
    ])
  })

  it('never decide: what the practitioner decided stands beside the proposal', () => {
    const decision = {
      opinionId: 'E:operation',
      form: 'qualified',
      reasoning: 'CC8.1',
      by: 'Ada Lowell',
      at: '2026-11-23T14:02:11Z',
    } as const
    const its = papers({ decided: [{ part: 'operation', ...decision }] })
    expect(part('operation', its)).toMatchObject({ proposal: 'unqualified', decided: decision })
    expect(part('design', its).decided).toBeNull()
  })
})
