import { describe, expect, it } from 'vitest'
import { checkDecision, type Decision } from '../../../shared/opinion/decision.ts'

const decision: Decision = { reportType: 'type2', part: 'operation', form: 'unqualified', proposal: 'unqualified' }

describe('the decision of the practitioner', () => {
  it('needs no reasoning when it follows the proposal', () => {
    expect(() => checkDecision(decision)).not.toThrow()
  })

  it.each([undefined, '', '  \n'])(
    'needs its reasoning recorded when it departs from the proposal (%j is none)',
    (reasoning) => {
      expect(() => checkDecision({ ...decision, form: 'qualified', reasoning })).toThrow(
        expect.objectContaining({
          code: 'opinion.reasoning_required',
          details: { part: 'operation', proposal: 'unqualified' },
        }),
      )
    },
  )

  it('may be milder or more severe than the proposal with its reasoning', () => {
    const reasoning = 'The compensating review of CHG-04 covers the month.'
    expect(() => checkDecision({ ...decision, proposal: 'qualified', reasoning })).not.toThrow()
    expect(() => checkDecision({ ...decision, form: 'adverse', reasoning })).not.toThrow()
  })

  it('cannot be about operating effectiveness in a Type 1 report', () => {
    expect(() => checkDecision({ ...decision, reportType: 'type1' })).toThrow(
      expect.objectContaining({ code: 'opinion.part_not_in_type1' }),
    )
  })
})
