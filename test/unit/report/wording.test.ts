import { describe, expect, it } from 'vitest'
import type { OpinionForm, OpinionPart } from '../../../shared/contract/opinion.ts'
import { buildReport } from '../../../shared/report/buildReport.ts'
import { blockLines, type SectionKey } from '../../../shared/report/document.ts'
import type { ReportFacts } from '../../../shared/report/facts.ts'
import { inPastTense } from '../../../shared/report/pastTense.ts'
import { control, procedure, type1, type2 } from './reportFacts.ts'

function textOf(facts: ReportFacts, key: SectionKey): string {
  const blocks = buildReport(facts).sections.find((section) => section.key === key)?.blocks ?? []
  return blocks.flatMap(blockLines).join('\n')
}

const auditor = (facts: Partial<ReportFacts>, from: ReportFacts = type2) =>
  textOf({ ...from, ...facts }, 'auditorsReport')

describe('a report', () => {
  it('of Type 2 is about a period, has three parts of opinion, and tests', () => {
    const text = auditor({})
    expect(text.match(/In our opinion/g)).toHaveLength(3)
    expect(text).toContain('throughout the period October 1, 2025 to September 30, 2026')
    expect(text).toContain('operated effectively throughout the period')
    expect(textOf(type2, 'tests')).toContain('No deviations noted.')
  })

  it('of Type 1 is as of a date, has two parts, says that operation was not examined, and lists no test', () => {
    const text = auditor({}, type1)
    expect(text.match(/In our opinion/g)).toHaveLength(2)
    expect(text).toContain('as of September 30, 2026')
    expect(text).not.toContain('throughout the period')
    expect(text).toContain('did not perform procedures on the operating effectiveness')
    const tests = textOf(type1, 'tests')
    expect(tests).toContain('CHG-01 Change approval')
    expect(tests).not.toContain('Inspected')
    expect(tests).not.toContain('noted')
  })

  it("puts its sections in the firm's order and numbers them in it", () => {
    const settings = {
      ...type2.settings,
      sectionOrder: ['assertion', 'auditorsReport', 'description', 'tests', 'other'] as const,
    }
    const { sections } = buildReport({ ...type2, settings })
    expect(sections.map(({ key, number }) => `${number} ${key}`)).toEqual([
      'Section I assertion',
      'Section II auditorsReport',
      'Section III description',
      'Section IV tests',
      'Section V other',
    ])
  })

  it('marks what management adds as unaudited, and the wording that ships as a sample until it is replaced or adopted', () => {
    expect(textOf(type2, 'other')).toContain('Unaudited.')
    expect(auditor({})).toContain('The information in Section V')
    const sample = textOf({ ...type2, assertion: null }, 'assertion')
    expect(sample).toContain('Sample wording')
    expect(sample).toContain('operated effectively')
    expect(auditor({})).not.toContain('Sample wording')
    expect(auditor({ settings: { ...type2.settings, auditorsWording: 'sample' } })).toMatch(/^Sample wording/)
    expect(textOf({ ...type1, assertion: null }, 'assertion')).not.toContain('operated effectively')
    expect(textOf(type2, 'assertion')).toContain('We assert.\nAll of it.\nR. Osei\nNovember 18, 2026')
  })
})

describe('an opinion', () => {
  const failing = [
    { criterionId: 'CC8.1', title: 'Changes are controlled', controls: ['CHG-01'], conditions: ['2 were late'] },
  ]
  const decided = (part: OpinionPart, form: OpinionForm) =>
    type2.parts.map((each) => (each.part === part ? { ...each, form, failing } : each))

  it('that is qualified excepts the matter, and its basis names criterion, control and reason', () => {
    const text = auditor({ parts: decided('operation', 'qualified') })
    expect(text).toContain('Basis for qualified opinion')
    expect(text).toContain('criterion CC8.1 (Changes are controlled)')
    expect(text).toContain('Control CHG-01 was not operating effectively')
    expect(text).toContain('2 were late.')
    expect(text.match(/except for the matter described/g)).toHaveLength(1)
  })

  it('that is modified names in its basis the commitments that were not achieved', () => {
    const broken = [{ ref: 'SC-2', text: 'Changes are released approved', criteria: ['CC8.1', 'A1.2'] }]
    const parts = decided('operation', 'qualified').map((each) => ({ ...each, broken }))
    expect(auditor({ parts })).toContain(
      'Commitment SC-2 (“Changes are released approved”) was not achieved throughout the period October 1, 2025 to September 30, 2026, as judged by criteria CC8.1 and A1.2.',
    )
  })

  it('that is adverse denies what is asserted', () => {
    const text = auditor({ parts: decided('operation', 'adverse') })
    expect(text).toContain('Adverse opinion')
    expect(text).toMatch(/because of the significance of the matter .* did not operate effectively/)
    expect(auditor({ parts: decided('design', 'adverse') })).toContain('were not suitably designed')
    expect(auditor({ parts: decided('description', 'adverse') })).toContain('does not present')
  })

  it('that is disclaimed gives none, for want of evidence', () => {
    const text = auditor({ parts: decided('operation', 'disclaimer') })
    expect(text).toContain('Disclaimer of opinion')
    expect(text).toContain('we do not express an opinion on whether the controls')
    expect(text.match(/In our opinion/g)).toHaveLength(2)
  })

  it('without a named criterion or reason, or not decided, is a draft', () => {
    const parts = type2.parts.map((each) => ({ ...each, form: 'qualified' as const }))
    expect(auditor({ parts })).toContain('[To be completed: name the criterion or commitment')
    expect(auditor({ parts, basis: 'Backups were not restored.' })).not.toContain('[To be completed: name')
    expect(auditor({ parts: type2.parts.map((each) => ({ ...each, form: null })) })).toContain('is not decided]')
  })
})

describe('what others operate', () => {
  const csocs = [{ ref: 'CSOC-1', text: 'The host guards its halls.', criteria: ['CC6.4'] }]
  const host = { name: 'Northgrid', service: 'hosting', controls: ['HST-01', 'HST-02'], csocs }

  it('is left out and not examined where it is carved out', () => {
    const organisations = [{ ...host, method: 'carve_out' as const }]
    const text = auditor({ organisations })
    expect(text).toContain('The description leaves out the controls of Northgrid')
    expect(text).toContain('did not extend to the services of Northgrid')
    expect(text).toContain('if subservice organizations applied the complementary controls assumed')
    expect(textOf({ ...type2, organisations }, 'description')).toContain('CSOC-1\tThe host guards its halls.\tCC6.4')
  })

  it('is described and examined where it is included', () => {
    const text = auditor({ organisations: [{ ...host, method: 'inclusive' }] })
    expect(text).toContain('Our examination extended to the controls of Northgrid')
    expect(text).toContain('(HST-01 and HST-02)')
    expect(text).not.toContain('leaves out')
  })

  it('is marked in the tests where it is included, so that nobody takes it for a control of the client', () => {
    const hosted = { ...control, controlId: 'c2', ref: 'HST-01', organisation: 'Northgrid' }
    const criteria = [{ criterionId: 'CC6.4', title: 'Physical access', controls: ['CHG-01', 'HST-01'] }]
    const text = textOf({ ...type2, criteria, controls: [control, hosted] }, 'tests')
    expect(text).toContain('CHG-01, HST-01 (Northgrid)')
    expect(text.match(/A control of the subservice organization Northgrid\./g)).toHaveLength(1)
  })

  it('of users is not examined, and the opinion says that it is assumed', () => {
    const text = auditor({ cuecs: [{ ref: 'CUEC-1', text: 'Users remove leavers.', criteria: ['CC6.2'] }] })
    expect(text).toContain('We did not examine complementary user entity controls')
    expect(text).toContain('user entities applied the complementary controls assumed')
  })
})

describe('a test', () => {
  const results = (facts: Partial<typeof procedure>, of: Partial<typeof control> = {}) =>
    textOf({ ...type2, controls: [{ ...control, procedures: [{ ...procedure, ...facts }], ...of }] }, 'tests')

  it('that found something tells the number tested, the number found, and every deviation', () => {
    const text = results({
      attributes: [{ letter: 'A', text: 'Approved before release', tested: 25, found: 2, untested: 0 }],
      deviations: [
        { ref: 'DEV-1', attribute: 'A', condition: 'One was approved a day late', managementResponse: null },
        { ref: 'DEV-2', attribute: 'A', condition: 'One was never approved.', managementResponse: 'We trained.' },
      ],
    })
    expect(text).toContain('Approved before release: 2 deviations noted in 25 items tested.')
    expect(text).toContain('DEV-1: One was approved a day late.')
    expect(text).toContain('DEV-2: One was never approved.')
    expect(text).not.toContain('No deviations')
    expect(text).toContain('Tested: 25 of 1402')
  })

  it("tells the size of a sample that found nothing only where the firm's choice asks for it", () => {
    expect(results({})).not.toContain('25')
    const settings = { ...type2.settings, sampleSizes: 'always' as const }
    expect(textOf({ ...type2, settings }, 'tests')).toContain('Tested: 25 of 1402')
  })

  it("uses the firm's word", () => {
    const settings = { ...type2.settings, deviationWord: 'exception' as const }
    expect(textOf({ ...type2, settings }, 'tests')).toContain('No exceptions noted.')
  })

  it('of a control that did not occur says so in the results and as an emphasis', () => {
    const idle = { ...control, operation: 'did_not_occur' as const, confirmation: 'Read the log of incidents' }
    const facts = { ...type2, controls: [idle] }
    const text = textOf(facts, 'tests')
    expect(text).toContain('did not operate and its operating effectiveness was not tested')
    expect(text).toContain('Read the log of incidents.')
    expect(text).not.toContain('No deviations noted')
    expect(textOf(facts, 'auditorsReport')).toContain('CHG-01 (Change approval) did not operate during the period')
  })

  it('that is not finished is a draft, and never clean', () => {
    const open = results({ attributes: [{ letter: 'A', text: 'Approved', tested: 20, found: 0, untested: 5 }] })
    expect(open).toContain('[To be completed: 5 results are not recorded]')
    expect(open).not.toContain('No deviations noted')
    expect(results({ undescribed: 1 })).toContain('[To be completed: 1 deviation not described]')
    expect(results({ performed: false, attributes: [] })).toContain(
      '[To be completed: the procedure was not performed]',
    )
  })

  it('on a control that changed stands beside every wording', () => {
    const wordings = [
      { from: null, text: 'A manager approves' },
      { from: '2026-03-01', text: 'Two managers approve' },
    ]
    const text = results({}, { wordings })
    expect(text).toContain('From the beginning of the period: A manager approves.')
    expect(text).toContain('From March 1, 2026: Two managers approve.')
  })
})

describe('the past tense', () => {
  it.each([
    ['Inspect the ticket of each change.', 'inspection', 'Inspected the ticket of each change.'],
    [
      'Inquire of the manager whether reviews were held',
      'inquiry',
      'Inquired of the manager whether reviews were held.',
    ],
    ['Observe the daily check.', 'observation', 'Observed the daily check.'],
    [
      'Re-perform the reconciliation and compare the totals.',
      'reperformance',
      'Reperformed the reconciliation and compared the totals.',
    ],
    ['Obtain the list. Trace each leaver to it.', 'inspection', 'Obtained the list. Traced each leaver to it.'],
    ['Inspected the log.', 'inspection', 'Inspected the log.'],
    [
      'For 25 of 1400 changes, inspect the ticket and the approval.',
      'inspection',
      'For 25 of 1400 changes, inspected the ticket and the approval.',
    ],
    ['In June, the manager reads the log.', 'inspection', 'Inspected: In June, the manager reads the log.'],
    ['Backup settings of the servers', 'inspection', 'Inspected: Backup settings of the servers.'],
    [
      'Inspect whether managers read and review the log.',
      'inspection',
      'Inspected whether managers read and review the log.',
    ],
  ] as const)('of %j', (text, nature, told) => {
    expect(inPastTense(text, nature)).toBe(told)
  })
})
