import { describe, expect, it } from 'vitest'
import { type PlannedProcedure, procedureWarnings, type TestedControl } from '../../../shared/procedure/warnings.ts'

const procedure = (fields: Partial<PlannedProcedure>): PlannedProcedure => ({
  procedureId: 'p1',
  aspect: 'operation',
  nature: 'inspection',
  timing: null,
  text: 'Inspected the ticket.',
  sampleId: 's1',
  attributes: [{ letter: 'A', text: 'Approved by a second person' }],
  ...fields,
})

function warnings(procedures: PlannedProcedure[], control: Partial<TestedControl> = {}): string[] {
  const [first = procedure({})] = procedures
  return procedureWarnings(first, { reportType: 'type2', type: 'manual', versions: 1, procedures, ...control }).map(
    ({ text }) => text,
  )
}

const inquiry = procedure({ nature: 'inquiry', sampleId: null, attributes: [] })
const observation = procedure({ nature: 'observation', sampleId: null, attributes: [] })

describe('what a reviewer would ask about a procedure', () => {
  it('is nothing for an inspection of the items of a sample', () => {
    expect(warnings([procedure({})])).toEqual([])
  })

  it('is inquiry as the only procedure', () => {
    expect(warnings([inquiry])).toEqual([expect.stringMatching(/^Inquiry is the only procedure/)])
  })

  it('is not inquiry that another procedure corroborates', () => {
    expect(warnings([inquiry, procedure({ procedureId: 'p2' })])).toEqual([])
  })

  it('is inquiry on operation that only a procedure on design stands beside', () => {
    expect(warnings([inquiry, procedure({ procedureId: 'p2', aspect: 'design' })])).toHaveLength(1)
  })

  it('is observation alone, which shows a point in time and not the period', () => {
    expect(warnings([observation])).toEqual([expect.stringMatching(/point in time/)])
    expect(warnings([observation, inquiry])).toEqual([expect.stringMatching(/point in time/)])
    expect(warnings([observation, procedure({ procedureId: 'p2' })])).toEqual([])
  })

  it('is not observation as of a date, in a Type 1 engagement', () => {
    expect(warnings([{ ...observation, aspect: 'design' }], { reportType: 'type1' })).toEqual([])
  })

  it('is an automated control without evidence of its changes', () => {
    const configuration = procedure({ text: 'Inspected the branch protection rule.', sampleId: null })
    expect(warnings([configuration], { type: 'automated' })).toEqual([expect.stringMatching(/evidence of its changes/)])
    const history = procedure({ procedureId: 'p2', text: 'Inspected the change history of the rule.', sampleId: null })
    expect(warnings([configuration, history], { type: 'automated' })).toEqual([])
  })

  it('is an automated control that was reconfigured and seen under one version only', () => {
    const history = procedure({ text: 'Inspected the rule and its changes.', sampleId: null })
    expect(warnings([history], { type: 'automated', versions: 2 })).toEqual([expect.stringMatching(/2 versions/)])
  })

  it('is an inspection on operation without a sample, and a sample without attributes', () => {
    expect(warnings([procedure({ sampleId: null })])).toEqual([expect.stringMatching(/No sample/)])
    expect(warnings([procedure({ attributes: [] })])).toEqual([expect.stringMatching(/no attribute/)])
  })

  it('is a period of which only a part is tested', () => {
    const [interim, rest, day] = (['interim', 'roll_forward', 'as_of'] as const).map((timing, place) =>
      procedure({ procedureId: `t${place}`, timing }),
    ) as [PlannedProcedure, PlannedProcedure, PlannedProcedure]
    expect(warnings([interim])).toEqual([expect.stringMatching(/^Only an interim part/)])
    expect(warnings([rest])).toEqual([expect.stringMatching(/^Only the rest/)])
    expect(warnings([day])).toEqual([expect.stringMatching(/as of one day/)])
    expect(warnings([interim, rest])).toEqual([])
    expect(warnings([interim, procedure({ procedureId: 'p2', timing: 'throughout' })])).toEqual([])
    expect(warnings([day], { type: 'automated' })).toEqual([expect.stringMatching(/evidence of its changes/)])
  })
})
