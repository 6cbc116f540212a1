import { describe, expect, it } from 'vitest'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { type CheckedPapers, checkReport } from '../../../shared/report/checkReport.ts'
import { reportHtml } from '../../../shared/report/html.ts'
import { fieldsIn, templateFieldProblems } from '../../../shared/report/templateFields.ts'
import { control, procedure, type2 } from './reportFacts.ts'

const found = { letter: 'A', text: 'Approved before release', tested: 25, found: 1, untested: 0 }
const deviation = { ref: 'DEV-1', attribute: 'A', condition: 'Approved late', managementResponse: null }
const facts = {
  ...type2,
  controls: [{ ...control, procedures: [{ ...procedure, attributes: [found], deviations: [deviation] }] }],
}
const papers: CheckedPapers = {
  deviations: [{ deviationId: 'd1', ref: 'DEV-1', controlId: 'c1', controlRef: 'CHG-01', condition: 'Approved late' }],
  undescribed: [],
  counts: [{ ...found, procedureId: 'p1', controlRef: 'CHG-01' }],
  controls: facts.controls,
  criteria: facts.criteria,
  notApplicable: [],
  letters: [],
}

const codes = (changed: Partial<CheckedPapers>, of = facts) =>
  checkReport(buildReport(of), { ...papers, ...changed }, of.settings).map(({ code }) => code)

describe('a report against its papers', () => {
  it('agrees where every deviation and number is in both', () => {
    expect(codes({})).toEqual([])
  })

  it('lacks a deviation of the register, one under another control, and one with another condition', () => {
    const more = { deviationId: 'd2', ref: 'DEV-2', controlId: 'c1', controlRef: 'CHG-01', condition: 'Lost' }
    expect(codes({ deviations: [...papers.deviations, more] })).toEqual(['deviation_not_in_report'])
    const [first] = papers.deviations
    expect(codes({ deviations: first === undefined ? [] : [{ ...first, controlId: 'c2' }] })).toEqual([
      'deviation_not_in_report',
    ])
    expect(codes({ deviations: first === undefined ? [] : [{ ...first, condition: 'Never approved' }] })).toEqual([
      'deviation_not_in_report',
    ])
  })

  it('tells a deviation that the register does not have', () => {
    expect(codes({ deviations: [] })).toEqual(['deviation_not_in_papers'])
  })

  it('tells other numbers than the sheets', () => {
    expect(codes({ counts: [{ ...found, tested: 24, procedureId: 'p1', controlRef: 'CHG-01' }] })).toEqual([
      'numbers_differ',
    ])
  })

  it('names failed cells without a deviation, criteria without a control, controls without a criterion, and drafts', () => {
    expect(codes({ undescribed: [{ procedureId: 'p1', controlRef: 'CHG-01', itemId: '7', attribute: 'A' }] })).toEqual([
      'deviation_not_described',
    ])
    const bare = { criterionId: 'CC1.1', title: 'Integrity', controls: [] }
    expect(codes({ criteria: [bare] })).toEqual(['criterion_without_control'])
    expect(codes({ criteria: [bare], notApplicable: ['CC1.1'] })).toEqual([])
    expect(codes({ controls: facts.controls.map((each) => ({ ...each, criteria: [] })) })).toEqual([
      'control_without_criterion',
    ])
    expect(codes({}, { ...facts, reportOn: null })).toEqual(['draft_text'])
  })

  it('says of each text that is left to be written where it is settled', () => {
    const left = {
      ...facts,
      reportOn: null,
      assertion: null,
      description: [],
      settings: { ...facts.settings, firmName: '' },
      parts: facts.parts.map((part) => ({ ...part, form: null })),
      controls: facts.controls.map((each) => ({ ...each, procedures: [{ ...procedure, performed: false }] })),
    }
    const problems = checkReport(buildReport(left), { ...papers, deviations: [], counts: [] }, left.settings)
    const drafts = problems.filter(({ code }) => code === 'draft_text')
    expect(drafts.map(({ section, place, target }) => [section, place ?? target])).toEqual([
      ['auditorsReport', 'conclusions'],
      ['auditorsReport', 'conclusions'],
      ['auditorsReport', 'conclusions'],
      ['auditorsReport', 'choices'],
      ['auditorsReport', 'gates'],
      ['assertion', 'letters'],
      ['description', 'description'],
      ['tests', { entity: 'control', id: 'c1' }],
    ])
  })
})

describe('a report as a page', () => {
  it('holds hostile names literally, runs nothing and fetches nothing', () => {
    const client = `<img src=x onerror="alert(1)">]]>{{7*7}}</title><script>`
    const page = reportHtml(buildReport({ ...facts, client }))
    expect(page).not.toMatch(/<img|<script|onerror="/)
    expect(page).toContain('&#60;img src=x onerror=&#34;alert(1)&#34;&#62;]]&#62;{{7*7}}')
    expect(page).toContain(`content="default-src 'none'`)
    expect(page).not.toMatch(/https?:|url\(/)
  })

  it('keeps the widths of its columns under a policy that allows no style but its own', () => {
    const page = reportHtml(buildReport(facts))
    expect(page).toContain('<col width="12.0%"><col width="58.0%"><col width="30.0%">')
    expect(page).not.toContain(' style=')
  })
})

describe('fields of a template', () => {
  it('are read between double braces, and are whole by one field or one for each section', () => {
    expect(fieldsIn('{{client}} and {{report}}, {{client}} {one} {{ }}')).toEqual(['client', 'report', ' '])
    expect(templateFieldProblems(['client', 'report'])).toEqual({ unknown: [], missing: [] })
    expect(templateFieldProblems(['auditors_report', 'tests', 'colour'])).toEqual({
      unknown: ['colour'],
      missing: ['assertion', 'description', 'other'],
    })
  })
})
