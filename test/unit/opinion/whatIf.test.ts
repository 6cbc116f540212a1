import { describe, expect, it } from 'vitest'
import type { Hypothesis } from '../../../shared/contract/opinion.ts'
import { proposeOpinion } from '../../../shared/opinion/proposeOpinion.ts'
import { differencesOf, suppose } from '../../../shared/opinion/whatIf.ts'
import { control, criterion, deviation, papers } from './papersOf.ts'

const promised = {
  commitmentId: 'k1',
  ref: 'SC-1',
  text: 'Changes are approved.',
  criteria: ['CC8.1'],
  design: null,
  operation: null,
}
const recorded = papers({
  criteria: [criterion({ controls: [control({ deviations: [deviation()] })] })],
  commitments: [promised],
})

const failing = (entity: Hypothesis['target']['entity'], id: string): Hypothesis => ({
  target: { entity, id },
  aspect: 'operation',
  outcome: 'not_effective',
})

function whatIf(...hypotheses: Hypothesis[]) {
  return differencesOf(proposeOpinion(recorded), proposeOpinion(suppose(recorded, hypotheses)))
}

describe('what if', () => {
  it('a criterion were not met: the opinion on operation becomes qualified, with a basis that names item and deviation', () => {
    const [difference, ...others] = whatIf(failing('criterion', 'CC8.1'), failing('control', 'c1'))
    expect(others).toEqual([])
    expect(difference).toMatchObject({ part: 'operation', from: 'unqualified', to: 'qualified' })
    expect(difference?.paragraphsAdded).toEqual([
      'Opinion on the operating effectiveness: a qualified opinion.',
      'Basis: CC8.1 was not met in its operation because of CHG-01, DEV-1 (item CHG-00312, attribute C).',
    ])
    expect(difference?.missingAdded).toContain('SC-1 is not concluded on its operation, although CC8.1 is not met.')
  })

  it('a control alone failed: the opinion stays, and somebody has to conclude on its criterion', () => {
    expect(whatIf(failing('control', 'c1'))).toMatchObject([
      {
        from: 'unqualified',
        to: 'unqualified',
        missingAdded: ['CC8.1 is not concluded on its operation, although CHG-01 failed.'],
      },
    ])
  })

  it('a commitment were not achieved: the basis names it', () => {
    const [difference] = whatIf(failing('commitment', 'k1'))
    expect(difference?.to).toBe('qualified')
    expect(difference?.paragraphsAdded).toContain('Basis: SC-1 was not achieved in the operation of CC8.1.')
  })

  it('nothing were different: no part changes', () => {
    const same = { target: { entity: 'control', id: 'c1' }, aspect: 'operation', outcome: 'effective' } as const
    expect(whatIf(same)).toEqual([])
  })

  it('something were concluded that the opinion knows nothing of: it is refused', () => {
    expect(() => suppose(recorded, [failing('control', 'another')])).toThrow(
      expect.objectContaining({ code: 'opinion.unknown_hypothesis' }),
    )
    expect(() => suppose(papers({ reportType: 'type1' }), [failing('criterion', 'CC8.1')])).toThrow(
      expect.objectContaining({ code: 'opinion.unknown_hypothesis' }),
    )
  })
})
